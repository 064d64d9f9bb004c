import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import { type ValidateFunction } from 'ajv';
import { allEndpoints } from '../../server/contract/endpoints';
import { type AnyEndpoint } from '../../server/contract/endpoint';
import { openApiOf, type OperationObject } from '../../server/http/open-api';

type Content = Record<string, { schema: object }>;

export const document = openApiOf(allEndpoints, { version: 'test', address: '/' });
const operations = new Map<string, { operation: OperationObject; pointer: string }>();
for (const [path, methods] of Object.entries(document.paths))
  for (const [method, operation] of Object.entries(methods))
    operations.set(operation.operationId, { operation, pointer: `/paths/${escaped(path)}/${method}` });

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const schemas = addFormats(new Ajv2020({ strict: false, allErrors: true, formats: { base64: BASE64 } }));
schemas.addSchema({ ...document, $id: 'document' });
const compiled = new Map<string, ValidateFunction>();

/**
 * Holds what the server answered against the published description: the state is
 * described, the body has its shape, and a refusal is one that this door names.
 */
export function checkAnswer(endpointId: string, status: number, body: unknown): void {
  const { operation, pointer } = operations.get(endpointId)!;
  const responses = operation.responses as Record<string, { content?: Content; 'x-codes'?: string[] }>;
  const described = responses[status];
  if (!described) throw new Error(`${endpointId} answered ${status}, which its description does not name: ${JSON.stringify(body)}`);
  const code = (body as { code?: string } | null | undefined)?.code;
  if (described['x-codes'] && !described['x-codes'].includes(code ?? ''))
    throw new Error(`${endpointId} refused as ${code}, which its description does not name`);
  const [type, content] = Object.entries(described.content ?? {})[0] ?? [];
  if (!type || !Object.keys(content?.schema ?? {}).length) return;
  const validate = validatorAt(`${pointer}/responses/${status}/content/${escaped(type)}/schema`);
  if (!validate(body)) throw new Error(`${endpointId} ${status}: ${schemas.errorsText(validate.errors)} in ${JSON.stringify(body)}`);
}

/** The judge of a schema of the document, named by its place in it (RFC 6901). */
export function validatorAt(pointer: string): ValidateFunction {
  const validate = compiled.get(pointer) ?? schemas.compile({ $ref: `document#${encodeURI(pointer)}` });
  compiled.set(pointer, validate);
  return validate;
}

export function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** Which described endpoint answers at this address. */
export function endpointAt(method: string, path: string): AnyEndpoint | undefined {
  const [place = ''] = path.split('?');
  return allEndpoints.find(
    (one) => one.method === method && new RegExp(`^${one.path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`).test(place),
  );
}
