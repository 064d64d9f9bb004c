import { allEndpoints } from '../../server/contract/endpoints';
import { REFUSAL_CODES } from '../../server/domain/refusal';
import { refusalStates } from '../../server/http/refusal-states';
import { checkAnswer, document, escaped, validatorAt } from '../support/check-answer';

type Operation = {
  operationId: string;
  summary: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }>; 'x-codes'?: string[] }>;
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as unknown as Operation })),
);
const operationOf = (id: string) => operations.find(({ operation }) => operation.operationId === id)!;

test('is OpenAPI 3.1 with a title, a version and every door once', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: expect.stringContaining('Một Cửa'), version: 'test' } });
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(allEndpoints.map(({ id }) => id).sort());
  expect(new Set(allEndpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(allEndpoints.length);
});

test('each door is known by the same name in the list, in its description and in the document', () => {
  for (const { id, path, method } of allEndpoints)
    expect(operationOf(id)).toMatchObject({ method: method.toLowerCase(), path: path.replace(/:(\w+)/g, '{$1}') });
});

test('every part of an address that varies is described, and nothing else stands in it', () => {
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = operation.parameters.filter((one) => one.in === 'path');
    expect(described.map(({ name }) => name).sort()).toEqual(inPath.sort());
    expect(described.every(({ required }) => required)).toBe(true);
  }
});

test('every schema of the document compiles where it stands, with whatever it refers to', () => {
  const [pointers, misplaced]: [string[], string[]] = [[], []];
  walk(document, '', (value, pointer) => {
    if (pointer.endsWith('/schema')) pointers.push(pointer);
    if ('$defs' in value) misplaced.push(pointer);
  });
  expect(misplaced).toEqual([]);
  expect(pointers.length).toBeGreaterThan(100);
  for (const pointer of pointers) expect(() => validatorAt(pointer)).not.toThrow();
});

test('every answer is described, each refusal under its own HTTP state', () => {
  for (const endpoint of allEndpoints) {
    const { responses } = operationOf(endpoint.id).operation;
    expect(responses[endpoint.status]?.description).toBeTruthy();
    for (const code of endpoint.refusals) expect(responses[refusalStates[code]]?.['x-codes']).toContain(code);
    const named = Object.values(responses).flatMap((one) => one['x-codes'] ?? []);
    expect(named.sort()).toEqual([...endpoint.refusals].sort());
    for (const code of named) expect(REFUSAL_CODES).toContain(code);
  }
});

test('a door that is open to anyone asks for no session, every other one for a session, and every write for its key', () => {
  for (const { id, audience, needsKey } of allEndpoints) {
    const { security, parameters } = operationOf(id).operation;
    expect(security).toEqual(audience.kind === 'anyone' ? [] : [{ session: [] }]);
    expect(parameters.some(({ name, required }) => name === 'Idempotency-Key' && required)).toBe(needsKey);
  }
});

test('no number of a person, telephone or name can stand in an address', () => {
  for (const { operation } of operations)
    for (const { name, in: place } of operation.parameters)
      if (place === 'path' || place === 'query') expect(name).not.toMatch(/citizen|number|phone|mail|name|born/i);
});

test('an answer that differs from its description is found out', () => {
  expect(() => checkAnswer('readHealth', 200, { isUp: true })).not.toThrow();
  expect(() => checkAnswer('readHealth', 200, { isUp: true, version: 1 })).toThrow('readHealth 200');
  expect(() => checkAnswer('readHealth', 201, { isUp: true })).toThrow('which its description does not name');
  expect(() => checkAnswer('readHealth', 404, { code: 'own-case' })).toThrow('own-case');
});

/** Visits every object of the document, with its place in it. */
function walk(value: unknown, pointer: string, visit: (value: object, pointer: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  visit(value, pointer);
  for (const [name, inside] of Object.entries(value)) walk(inside, `${pointer}/${escaped(name)}`, visit);
}
