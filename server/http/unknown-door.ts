import { type RequestHandler } from 'express';
import { type AnyEndpoint } from '../contract/endpoint';
import { Refusal } from '../domain/refusal';
import { sendProblem } from './problem';
import { requestIdOf } from './request-id';

/**
 * What is asked at an address that no door answered: which methods it takes
 * (OPTIONS), that it takes others (405), or that there is nothing (404). No other
 * site is invited: there are no CORS headers.
 */
export function unknownDoor(endpoints: readonly AnyEndpoint[]): RequestHandler {
  const doors = endpoints.map(({ path, method }) => ({ method, pattern: patternOf(path) }));
  return (request, response) => {
    const methods = [...new Set(doors.filter(({ pattern }) => pattern.test(request.path)).map(({ method }) => method))];
    if (!methods.length) return sendProblem(response, new Refusal('not-found'), requestIdOf(response));
    response.setHeader('Allow', [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '));
    if (request.method === 'OPTIONS') return void response.status(204).end();
    return sendProblem(response, new Refusal('method-not-allowed'), requestIdOf(response));
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}/?$`);
}
