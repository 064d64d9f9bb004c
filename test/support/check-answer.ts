import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020';
import { type ValidateFunction } from 'ajv';
import { allEndpoints } from '../../server/contract/endpoints';
import { type AnyEndpoint } from '../../server/contract/endpoint';
import { openApiOf, type OperationObject } from '../../server/http/open-api';

type Content = Record<string, { schema: object }>;

export const document = openApiOf(allEndpoints, { version: 'test', address: '/' });
const operations = new Map<string, OperationObject>();
for (const path of Object.values(document.paths)) for (const one of Object.values(path)) operations.set(one.operationId, one);

export const schemas = addFormats(new Ajv2020({ strict: false, allErrors: true }));
schemas.addSchema({ $id: 'document', ...document });
const compiled = new Map<object, ValidateFunction>();

/**
 * Holds what the server answered against the published description: the state is
 * described, the body has its shape, and a refusal is one that this door names.
 */
export function checkAnswer(endpointId: string, status: number, body: unknown): void {
  const responses = operations.get(endpointId)?.responses as Record<string, { content?: Content; 'x-codes'?: string[] }> | undefined;
  const described = responses?.[status];
  if (!described) throw new Error(`${endpointId} answered ${status}, which its description does not name: ${JSON.stringify(body)}`);
  const code = (body as { code?: string } | null | undefined)?.code;
  if (described['x-codes'] && !described['x-codes'].includes(code ?? ''))
    throw new Error(`${endpointId} refused as ${code}, which its description does not name`);
  const schema = Object.values(described.content ?? {})[0]?.schema;
  if (!schema || !Object.keys(schema).length) return;
  const validate = validatorOf(schema);
  if (!validate(body)) throw new Error(`${endpointId} ${status}: ${schemas.errorsText(validate.errors)} in ${JSON.stringify(body)}`);
}

function validatorOf(schema: object): ValidateFunction {
  const { $ref } = schema as { $ref?: string };
  const validate = compiled.get(schema) ?? schemas.compile($ref ? { $ref: `document${$ref}` } : schema);
  compiled.set(schema, validate);
  return validate;
}

/** Which described endpoint answers at this address. */
export function endpointAt(method: string, path: string): AnyEndpoint | undefined {
  const [place = ''] = path.split('?');
  return allEndpoints.find(
    (one) => one.method === method && new RegExp(`^${one.path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`).test(place),
  );
}
