import { type Answer, type Client } from '../support/client';
import { announced, bytes, hashOf, outcome, paper, useFilingOffice } from '../support/filing-office';
import { sendingTo } from '../support/fuzz/sending';
import { stateOf } from '../support/fuzz/state';
import { HOSTILE_FILES } from '../support/hostile-files';

const MOST_PART_BYTES = 1_048_576;
const MOST_FILE_BYTES = 10 * 1_048_576;

const filing = useFilingOffice();
let client: Client;
let draftId: string;
beforeEach(async () => {
  client = (await filing.newCitizen()).client;
  draftId = ((await filing.create(client, { caseKey: 'authorised' })).body as { draft: { id: string } }).draft.id;
});

/** What is done meanwhile leaves every table and every file as it was. */
async function untouched(act: () => Promise<Answer>): Promise<Answer> {
  const before = await stateOf(filing.office);
  const answer = await act();
  expect(await stateOf(filing.office)).toEqual(before);
  return answer;
}

const announce = (file: object) => client.post(`/api/drafts/${draftId}/uploads`, { ...announced, ...file });
async function begun(file: object = {}): Promise<string> {
  const { body } = await announce(file);
  return `/api/uploads/${(body as { upload: { id: string } }).upload.id}`;
}
const put = (path: string, offset: number, raw: Buffer, headers: Record<string, string> = bytes) =>
  client.put(`${path}/parts/${offset}`, null, { headers, raw });
async function sent(content: Buffer, sha256 = hashOf(content)): Promise<string> {
  const path = await begun({ size: content.length, sha256 });
  for (let offset = 0; offset < content.length; offset += MOST_PART_BYTES) {
    const part = await put(path, offset, content.subarray(offset, offset + MOST_PART_BYTES));
    expect(part.status).toBe(200);
  }
  return path;
}
const finish = (path: string) => client.post(`${path}/completion`);

test.each(HOSTILE_FILES.map(([what, ...rest]) => [what, rest] as const))(
  'a file that %s is refused, and nothing of it comes among the papers',
  async (_what, [make, code, facts]) => {
    const path = await sent(await make());
    const refused = await untouched(() => finish(path));
    expect(refused).toMatchObject({ body: { code, ...(facts ? { facts } : {}) } });
    expect(Math.floor(refused.status / 100)).toBe(4);
  },
);

test('an empty file, one that is too large, one without its hash and one for no paper are refused before a byte is sent', async () => {
  expect(outcome(await untouched(() => announce({ size: 0 })))).toEqual([422, 'file-empty']);
  expect(outcome(await untouched(() => announce({ size: MOST_FILE_BYTES + 1 })))).toEqual([413, 'file-too-large']);
  expect(outcome(await untouched(() => announce({ size: Number.MAX_SAFE_INTEGER })))).toEqual([422, 'invalid-input']);
  expect(outcome(await untouched(() => announce({ sha256: 'F'.repeat(63) })))).toEqual([422, 'invalid-input']);
  expect(outcome(await untouched(() => announce({ componentKey: 'khong-co' })))).toEqual([422, 'component-unknown']);
});

test('a file of which nothing came, or not all, is not finished', async () => {
  const path = await begun();
  expect(outcome(await untouched(() => finish(path)))).toEqual([409, 'upload-part-wrong']);
  await put(path, 0, paper.subarray(0, 100_000));
  const refused = await untouched(() => finish(path));
  expect([...outcome(refused), refused.body.facts]).toEqual([409, 'upload-part-wrong', { expected: 100_000 }]);
});

test('parts out of their order, too large, too many, or of another kind leave what has arrived as it was', async () => {
  const path = await begun();
  await put(path, 0, paper.subarray(0, 1000));
  const rest = paper.subarray(1000);
  expect(outcome(await untouched(() => put(path, 0, paper.subarray(0, 1000))))).toEqual([409, 'upload-part-wrong']);
  expect(outcome(await untouched(() => put(path, 999, rest)))).toEqual([409, 'upload-part-wrong']);
  expect(outcome(await untouched(() => put(path, 1001, rest)))).toEqual([409, 'upload-part-wrong']);
  expect(outcome(await untouched(() => put(path, Number.MAX_SAFE_INTEGER, rest)))).toEqual([422, 'invalid-input']);
  expect(outcome(await untouched(() => put(path, 1000, Buffer.alloc(MOST_PART_BYTES + 1))))).toEqual([413, 'body-too-large']);
  expect(outcome(await untouched(() => put(path, 1000, Buffer.concat([rest, Buffer.alloc(300_000)]))))).toEqual([413, 'file-too-large']);
  expect(outcome(await untouched(() => put(path, 1000, rest, { 'Content-Type': 'application/pdf' })))).toEqual([415, 'unsupported-media']);
  expect((await put(path, 1000, rest)).status).toBe(200);
  expect(outcome(await untouched(() => put(path, paper.length, Buffer.from('x'))))).toEqual([413, 'file-too-large']);
  expect((await finish(path)).status).toBe(200);
  expect(outcome(await untouched(() => put(path, paper.length, Buffer.from('x'))))).toEqual([409, 'upload-part-wrong']);
});

test('a part that does not say how long it is, is held to the same', async () => {
  const path = await begun();
  await put(path, 0, paper.subarray(0, 1000));
  const wire = sendingTo(filing.office.url);
  const headers = { ...bytes, 'Content-Length': null, 'Transfer-Encoding': 'chunked' };
  const unmeasured = async (body: Buffer) => {
    const before = await stateOf(filing.office);
    const { status, text } = await wire.send(client, { method: 'PUT', address: `${path}/parts/1000`, headers, body, what: 'unmeasured' });
    expect(await stateOf(filing.office)).toEqual(before);
    return [status, (JSON.parse(text) as { code: string }).code];
  };
  expect(await unmeasured(Buffer.alloc(paper.length))).toEqual([413, 'file-too-large']);
  expect(await unmeasured(Buffer.alloc(MOST_PART_BYTES + 1))).toEqual([413, 'file-too-large']);
  wire.close();
});

test('bytes that are not the announced file are thrown away, so that they can be sent again; nothing else moves', async () => {
  const other = Buffer.from(paper);
  other[300] = 0x21;
  const before = await stateOf(filing.office);
  const path = await begun();
  const { files, ...announcement } = await stateOf(filing.office);
  expect(files).toBe(before['files']);
  await put(path, 0, other);
  expect(outcome(await finish(path))).toEqual([422, 'upload-hash-wrong']);
  expect(await stateOf(filing.office)).toEqual({ files, ...announcement });
  await put(path, 0, paper);
  expect((await finish(path)).status).toBe(200);
});
