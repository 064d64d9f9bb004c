import { randomBytes } from 'node:crypto';
import { BOX_COST, BoxRefused, openBox, sealBox } from '../../server/files/seal-box';
import { gather, pieces } from './folder';

const CHUNK = 65_536;
const SEALED = CHUNK + 16;
const HEADER = 13 + 1 + 16 + 32;
const COST = 10;
const passphrase = 'câu mật khẩu của tỉnh';

const seal = (content: Uint8Array) => gather(sealBox(pieces(content), passphrase, COST));
const open = (box: Uint8Array, words = passphrase) => gather(openBox(pieces(box), words));
const fault = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof BoxRefused ? thrown.fault : Promise.reject(thrown as Error)),
  );

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17])('%i bytes come out as they went in', async (length) => {
  const content = randomBytes(length);
  const box = await seal(content);
  expect(box.length).toBe(HEADER + length + 16 * Math.max(1, Math.ceil(length / CHUNK)));
  expect((await open(box)).equals(content)).toBe(true);
  if (length > 100) expect(box.includes(content.subarray(10, 42))).toBe(false);
});

test('it does not matter how either stream is cut', async () => {
  const content = randomBytes(2 * CHUNK + 500);
  const cut = (bytes: Buffer, size: number) =>
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
  const box = await gather(sealBox(pieces(...cut(content, 1013)), passphrase, COST));
  expect((await gather(openBox(pieces(...cut(box, 777)), passphrase))).equals(content)).toBe(true);
});

test('two boxes of one content share nothing', async () => {
  const [first, second] = [await seal(Buffer.alloc(100)), await seal(Buffer.alloc(100))];
  expect(first.subarray(13).equals(second.subarray(13))).toBe(false);
  expect(first.subarray(HEADER).equals(second.subarray(HEADER))).toBe(false);
});

test('the passphrase typed on another keyboard opens, a wrong one is told apart from damage', async () => {
  const box = await seal(Buffer.from('sổ'));
  expect((await open(box, passphrase.normalize('NFD'))).toString()).toBe('sổ');
  expect(await fault(open(box, 'khác'))).toBe('wrong-passphrase');
  expect(await fault(open(Buffer.from('not a box at all, only some text that is long enough to be one, perhaps')))).toBe('not-a-box');
  expect(await fault(open(box.subarray(0, 40)))).toBe('not-a-box');
});

test('a box that was altered, cut, lengthened, or whose chunks were moved is refused', async () => {
  const box = await seal(randomBytes(3 * CHUNK + 100));
  const chunk = (number: number) => box.subarray(HEADER + number * SEALED, HEADER + (number + 1) * SEALED);
  const head = box.subarray(0, HEADER);
  const flip = (at: number) => {
    const copy = Buffer.from(box);
    copy[at] = copy[at]! ^ 1;
    return copy;
  };
  const other = await seal(randomBytes(3 * CHUNK + 100));
  const hostile = {
    'a bit of the first chunk': flip(HEADER + 5),
    'a bit of a mark': flip(HEADER + SEALED - 1),
    'the last bit': flip(box.length - 1),
    'cut within a chunk': box.subarray(0, box.length - 1),
    'cut between two chunks': box.subarray(0, HEADER + 2 * SEALED),
    'cut to the header': head,
    lengthened: Buffer.concat([box, Buffer.from('x')]),
    'two chunks exchanged': Buffer.concat([head, chunk(1), chunk(0), chunk(2), chunk(3)]),
    'a chunk twice': Buffer.concat([head, chunk(0), chunk(0), chunk(1), chunk(2), chunk(3)]),
    'a chunk left out': Buffer.concat([head, chunk(0), chunk(2), chunk(3)]),
    'the last chunk of another box': Buffer.concat([box.subarray(0, HEADER + 3 * SEALED), other.subarray(HEADER + 3 * SEALED)]),
  };
  for (const [how, bytes] of Object.entries(hostile)) expect([how, await fault(open(bytes))]).toEqual([how, 'altered-or-cut']);
  expect(await fault(open(flip(20)))).toBe('wrong-passphrase');
  expect(await fault(open(flip(13)))).toBe('wrong-passphrase');
  expect(await fault(open(Buffer.concat([box.subarray(0, 13), Buffer.from([200]), box.subarray(14)])))).toBe('not-a-box');
});

test('the cost that backups are sealed with is one that this machine can open', async () => {
  const box = await gather(sealBox(pieces(Buffer.from('sao lưu')), passphrase, BOX_COST));
  expect((await open(box)).toString()).toBe('sao lưu');
});
