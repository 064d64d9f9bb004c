import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import { type FileAnswer, sendFile } from '../../server/http/send-file';

let server: Server;
let file: FileAnswer;
beforeAll(async () => {
  const app = express().get('/', (request, response) => void sendFile(request, response, file).catch(() => response.destroy()));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = (method = 'GET') => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method });
const page = (name: string): FileAnswer => ({
  name,
  mediaType: 'application/pdf',
  bytes: 3,
  open: () => Readable.from([Buffer.from('pdf')]),
});

test('a file leaves as an attachment that runs nowhere', async () => {
  file = page('Giấy khai sinh.pdf');
  const { headers, status } = await get();
  expect(status).toBe(200);
  expect(headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''Gi%E1%BA%A5y%20khai%20sinh\.pdf$/,
  );
  expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
  expect(headers.get('Content-Type')).toBe('application/pdf');
  expect(headers.get('Content-Length')).toBe('3');
});

test.each(['a\r\nX-Evil: 1.pdf', '"; filename=evil.html; x="', '../../etc/passwd'])('a name cannot leave its place: %j', async (name) => {
  file = page(name);
  const { headers } = await get();
  expect(headers.get('X-Evil')).toBeNull();
  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename=("(\\.|[^"\\])*"|[\w.]+)(; filename\*=UTF-8''[\w.%!'*-]+)?$/);
  expect(headers.get('Content-Disposition')).not.toContain('/');
});

test('HEAD tells of the file and reads none of it', async () => {
  let wasRead = false;
  const content = new Readable({ read: () => void (wasRead = true) });
  file = { ...page('a.pdf'), open: () => content };
  const answer = await get('HEAD');
  expect([answer.status, answer.headers.get('Content-Length'), wasRead, content.destroyed]).toEqual([200, '3', false, true]);
});

test('a file that breaks off is never taken for whole', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('p');
      throw new Error('disk');
    })(),
  );
  file = { ...page('a.pdf'), open: () => broken };
  await expect(get().then((answer) => answer.text())).rejects.toThrow();
});
