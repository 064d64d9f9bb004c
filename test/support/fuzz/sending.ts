import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { type Client } from '../client';
import { type Heard } from './judge';
import { type Request } from './spoil';

/** Sends a request as it is written, however wrong, from somebody's browser. */
export function sendingTo(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const { hostname, port } = new URL(url);
  let sent = 0;

  async function send(client: Client, { method, address, headers, body }: Request): Promise<Heard> {
    await client.enter();
    const content = body === undefined || method === 'GET' ? undefined : Buffer.from(body);
    const all: Record<string, string | null> = {
      Cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') || null,
      // everybody comes from elsewhere: limits by address are not what is looked at
      'X-Forwarded-For': `10.${(++sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`,
      ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID(), 'X-CSRF-Token': client.csrf ?? null }),
      ...(content ? { 'Content-Length': String(content.length) } : {}),
      ...headers,
    };
    const known = Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null));
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({ agent, hostname, port, method, path: address, headers: known }, (response) => {
        const parts: Buffer[] = [];
        const heard = () => {
          resolve({
            status: response.statusCode!,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(parts).toString('utf8'),
            requestId: String(response.headers['x-request-id']),
          });
        };
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', heard)
          .on('error', heard);
      });
      outgoing.on('error', reject).end(content);
    });
  }

  return { send, close: () => agent.destroy() };
}
