import { randomUUID } from 'node:crypto';
import { type OutgoingMessage, STATUS_CODES } from 'node:http';
import { type Duplex } from 'node:stream';
import { Refusal } from '../domain/refusal';
import { problemOf } from './problem';

/** What Node answers by itself to the same: an endless header, and one that never ends. */
const STATES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * Answers what is not HTTP at all, and therefore reaches no door, as every other
 * refusal is answered: a problem document (RFC 9457), and the connection ends. An
 * answer that is still on its way out on this connection goes first.
 */
export function answerBrokenRequest(fault: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: OutgoingMessage | null }): void {
  const before = socket._httpMessage;
  if (before?.headersSent && !before.writableFinished) before.once('finish', () => answer(fault, socket));
  else answer(fault, socket);
}

function answer({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = STATES[code] ?? 400;
  const body = JSON.stringify({ ...problemOf(new Refusal('malformed-body'), randomUUID()), status });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
