import { type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { makeServer } from '../../server/listen';

const server = makeServer((request, response) => {
  if (request.url !== '/slow') return void response.end('reached');
  response.setHeader('Content-Length', 4);
  response.write('slow');
  setTimeout(() => response.end(), 50);
});
let port: number;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Everything that the server says to these bytes until it hangs up. */
async function say(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (part: string) => (heard += part));
  socket.write(Buffer.from(bytes, 'latin1'));
  await once(socket, 'close');
  return heard;
}

test.each([
  ['an address that is not encoded', 'GET /h\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['no HTTP at all', 'xin ch\u00e0o\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', 400],
  ['a length and chunks at once', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ['a head without end', `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
])('%s is refused in words, and the connection ends', async (_what, bytes, status) => {
  const [head = '', body = ''] = (await say(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*\r\nConnection: close\r\nContent-Type: application/problem\\+json`));
  expect(JSON.parse(body)).toMatchObject({
    code: 'malformed-body',
    status,
    detail: expect.stringMatching(/\.$/) as string,
    detailEn: expect.stringMatching(/\.$/) as string,
  });
  expect(body).not.toContain('reached');
});

test('what is broken is refused after the answer to the request before it', async () => {
  const heard = await say('GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /h\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(heard).toMatch(/^HTTP\/1.1 200 OK[^]*\r\n\r\nslowHTTP\/1.1 400 [^]*malformed-body/);
});
