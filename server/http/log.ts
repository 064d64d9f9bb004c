import { performance } from 'node:perf_hooks';
import { type RequestHandler } from 'express';
import pino, { type DestinationStream } from 'pino';
import { type Actor } from '../policies/actor';
import { requestIdOf } from './request-id';

/**
 * The log of one process: JSON lines. It tells what happened, never about whom:
 * no bodies, no addresses with their query, no names; a fault's text is cleaned
 * of what may be a person's.
 */
export type Log = {
  fault: (fault: unknown, requestId: string) => void;
  /** One line for each answered request. */
  requests: RequestHandler;
  warn: (sentence: string) => void;
};

export function openLog(destination: DestinationStream = pino.destination(1)): Log {
  const lines = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    fault: (fault, requestId) => lines.error({ requestId, fault: shapeOf(fault) }, 'fault'),
    warn: (sentence) => lines.warn(sentence),
    requests(request, response, next) {
      const startedMs = performance.now();
      const requestId = requestIdOf(response);
      response.once('close', () => {
        const { endpoint, actor } = response.locals as { endpoint?: string; actor?: Actor };
        const line = {
          requestId,
          method: request.method,
          endpoint: endpoint ?? null,
          status: response.statusCode,
          isWhole: response.writableFinished,
          ms: Math.round(performance.now() - startedMs),
          ...actorOf(actor),
        };
        lines.info(line, 'request');
      });
      next();
    },
  };
}

function actorOf(actor: Actor | undefined): object {
  if (actor?.kind === 'staff') return { actor: 'staff', accountId: actor.accountId, agencyId: actor.agencyId };
  if (actor?.kind === 'citizen') return { actor: 'citizen', accountId: actor.accountId };
  return { actor: actor?.kind ?? 'anonymous' };
}

/** Sequelize hangs the statement and its values on a fault: of those only the database's own code and the names of its things are told. */
function shapeOf(fault: unknown): object {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const original = (fault as { original?: Record<string, unknown> }).original;
  const { code, table, column, constraint } = original ?? {};
  return {
    name: fault.name,
    message: clean(fault.message),
    stack: clean(fault.stack ?? ''),
    ...(original ? { database: { code, table, column, constraint } } : {}),
    ...(fault.cause === undefined ? {} : { cause: shapeOf(fault.cause) }),
  };
}

/** Numbers of papers and telephones, addresses of mail, and what the database quotes. */
export function clean(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '<mail>')
    .replace(/\+?\d{9,}/g, '<number>')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>')
    .replace(/(invalid input (syntax|value)[^:]*): ".*"/g, '$1: <value>')
    .replace(/Key \((.*?)\)=\(.*?\)/g, 'Key ($1)=<value>');
}
