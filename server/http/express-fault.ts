import { type ErrorRequestHandler } from 'express';
import { Refusal } from '../domain/refusal';
import { sendProblem } from './problem';
import { refusalOf } from './read-body';
import { requestIdOf } from './request-id';

/** What Express itself stumbles over (it knows this handler by its four parameters): an address that cannot be decoded is no address of ours; the rest are faults. */
export function expressFault(report: (fault: unknown, requestId: string) => void): ErrorRequestHandler {
  return (fault: unknown, _request, response, _next) => {
    const requestId = requestIdOf(response);
    const reason = fault instanceof URIError ? new Refusal('not-found') : refusalOf(fault);
    if (!(reason instanceof Refusal)) report(reason, requestId);
    sendProblem(response, reason, requestId);
  };
}
