import { z } from 'zod';
import { type AnyEndpoint } from '../contract/endpoint';
import { Problem } from '../contract/problem';
import { type RefusalCode } from '../domain/refusal';
import { refusalSentences } from '../domain/words/refusals';
import { refusalStates } from './refusal-states';

export type OpenApiDocument = { openapi: string; info: object; paths: Record<string, Record<string, OperationObject>> } & Record<
  string,
  unknown
>;
export type OperationObject = { operationId: string; responses: Record<string, unknown> } & Record<string, unknown>;
type JsonSchema = Record<string, unknown>;

/** Describes every door in OpenAPI 3.1, from the same shapes that judge what goes through it. */
export function openApiOf(endpoints: readonly AnyEndpoint[], { version, address }: { version: string; address: string }): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  const schemas: Record<string, JsonSchema> = { Problem: schemaOf(Problem, 'output') };
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: hoisted(operationOf(endpoint), endpoint.id, schemas) as OperationObject,
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa – Trung tâm Phục vụ hành chính công tỉnh Hà Tĩnh',
      version,
      description:
        'Mỗi thao tác ghi mang khoá chống trùng (Idempotency-Key) và mã chống giả mạo (X-CSRF-Token). Lỗi theo RFC 9457. Each write carries an idempotency key and a CSRF token; errors are RFC 9457 problems.',
    },
    servers: [{ url: address }],
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-mc_access' } },
    },
  };
}

function operationOf(endpoint: AnyEndpoint): OperationObject {
  const { id, summary, audience } = endpoint;
  return {
    operationId: id,
    summary: summary.vi,
    description: summary.en,
    'x-audience': audience,
    security: audience.kind === 'anyone' ? [] : [{ session: [] }],
    parameters: [
      ...fieldsOf(endpoint.params as z.ZodType, 'path'),
      ...fieldsOf(endpoint.query as z.ZodType, 'query'),
      ...headersOf(endpoint),
    ],
    ...bodyOf(endpoint),
    responses: { [endpoint.status]: answerOf(endpoint), ...refusalsOf(endpoint.refusals), 500: problemAnswer('A fault of the system.') },
  };
}

function fieldsOf(shape: z.ZodType, place: 'path' | 'query'): JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function headersOf({ method, needsKey, id }: AnyEndpoint): JsonSchema[] {
  const header = (name: string, required: boolean, schema: JsonSchema) => ({ name, in: 'header', required, schema });
  const isSignIn = id === 'signIn' || id === 'refreshSession';
  return [
    ...(needsKey ? [header('Idempotency-Key', true, { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' })] : []),
    ...(method === 'GET' || isSignIn ? [] : [header('X-CSRF-Token', false, { type: 'string' })]),
  ];
}

function bodyOf({ takes, body }: AnyEndpoint): object {
  if (takes === 'json') {
    const schema = schemaOf(body as z.ZodType, 'input');
    const required = ((schema['required'] as string[] | undefined) ?? []).length > 0;
    return { requestBody: { required, content: { 'application/json': { schema } } } };
  }
  if (takes === 'bytes') return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } };
  return {};
}

function answerOf({ gives, answer, summary }: AnyEndpoint): object {
  const description = summary.en;
  if (gives === 'json') return { description, content: { 'application/json': { schema: schemaOf(answer as z.ZodType, 'output') } } };
  if (gives === 'bytes') return { description, content: { '*/*': { schema: {} } } };
  if (gives === 'redirect') return { description, headers: { Location: { required: true, schema: { type: 'string' } } } };
  return { description };
}

/** One answer for each HTTP state, which names its codes and says their sentences. */
function refusalsOf(codes: readonly RefusalCode[]): Record<string, object> {
  const byState = new Map<number, RefusalCode[]>();
  for (const code of codes) byState.set(refusalStates[code], [...(byState.get(refusalStates[code]) ?? []), code]);
  return Object.fromEntries([...byState].map(([state, some]) => [state, { ...problemAnswer(sentencesOf(some)), 'x-codes': some }]));
}

function problemAnswer(description: string): object {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function sentencesOf(codes: readonly RefusalCode[]): string {
  return codes.map((code) => `${code}: ${refusalSentences[code].vi} (${refusalSentences[code].en})`).join('\n');
}

/** JSON Schema 2020-12, which OpenAPI 3.1 speaks as it is. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const schema = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    reused: 'inline',
    override: keepKnownFormat,
  });
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
}

/** Of a text that must contain another the pattern says it all; no reader knows a format of that name. */
function keepKnownFormat({ jsonSchema }: { jsonSchema: { format?: unknown } }): void {
  if (jsonSchema.format === 'includes') delete jsonSchema.format;
}

/** A shape that holds itself brings its own definitions: in a document they stand among all others, under the name of their door. */
function hoisted(value: unknown, name: string, schemas: Record<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((one) => hoisted(one, name, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const { $defs, ...rest } = value as JsonSchema & { $defs?: Record<string, JsonSchema> };
  if (!$defs) return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, hoisted(one, name, schemas)]));
  const own = `${name}.${Object.keys(schemas).length}`;
  const text = JSON.stringify({ rest, $defs }).replaceAll('"#/$defs/', `"#/components/schemas/${own}.`);
  const renamed = JSON.parse(text) as { rest: JsonSchema; $defs: Record<string, JsonSchema> };
  for (const [key, schema] of Object.entries(renamed.$defs)) schemas[`${own}.${key}`] = schema;
  return renamed.rest;
}
