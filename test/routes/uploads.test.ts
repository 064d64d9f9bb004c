import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { type Client } from '../support/client';
import { announced, bytes, hashOf, outcome, paper, useFilingOffice } from '../support/filing-office';
import { plainPdf } from '../support/plain-pdf';

const filing = useFilingOffice();

describe('uploads over HTTP', () => {
  async function begun() {
    const { person, client } = await filing.newCitizen();
    const { body } = await filing.create(client, { caseKey: 'authorised' });
    const draftId = body.draft.id as string;
    const upload = (await client.post(`/api/drafts/${draftId}/uploads`, announced)).body.upload;
    return { person, client, draftId, path: `/api/uploads/${upload.id}` };
  }

  /** Sends half of what it promised, and hangs up. */
  function cutOff(client: Client, path: string, promised: Buffer, given: number): Promise<void> {
    const headers = {
      ...bytes,
      Cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'X-CSRF-Token': client.csrf ?? '',
      'Content-Length': promised.length,
    };
    return new Promise((resolve) => {
      const sending = request(filing.office.url + path, { method: 'PUT', headers });
      sending.on('error', () => undefined).on('close', resolve);
      sending.write(promised.subarray(0, given), () => setTimeout(() => sending.destroy(), 30));
    });
  }
  async function arrived(client: Client, path: string, atLeast: number): Promise<number> {
    for (;;) {
      const { received } = (await client.get(path)).body.upload;
      if (received >= atLeast) return received;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test('an upload that is cut five times goes on where it stood, and arrives whole', async () => {
    const { client, draftId, path } = await begun();
    let received = 0;
    for (let cut = 1; cut <= 5; cut++) {
      await cutOff(client, `${path}/parts/${received}`, paper.subarray(received), 30_000);
      received = await arrived(client, path, received + 1);
    }
    expect(received).toBeGreaterThan(100_000);
    expect(received).toBeLessThan(paper.length);
    const rest = await client.put(`${path}/parts/${received}`, null, { headers: bytes, raw: paper.subarray(received) });
    expect(rest.body.upload).toMatchObject({ received: paper.length, isFinished: false });
    const finish = () => client.post(`${path}/completion`);
    const [first, again] = [await finish(), await finish()];
    expect(first).toMatchObject({ status: 200, body: { upload: { isFinished: true, received: paper.length } } });
    expect(again.body).toEqual(first.body);
    const { draft } = (await client.get(`/api/drafts/${draftId}`)).body;
    expect(draft.papers[0].files).toMatchObject([
      { id: first.body.upload.fileId, name: 'ủy quyền.pdf', bytes: paper.length, scan: 'unscanned' },
    ]);
    expect(filing.office.faults).toEqual([]);
  });

  test('a part that came before, one too far on, one too large, and another kind of body are refused', async () => {
    const { client, path } = await begun();
    const put = (offset: number | string, raw: Buffer, headers: Record<string, string> = bytes) =>
      client.put(`${path}/parts/${offset}`, null, { headers, raw });
    await put(0, paper.subarray(0, 1000));
    const repeated = await put(0, paper.subarray(0, 1000));
    expect([...outcome(repeated), repeated.body.facts]).toEqual([409, 'upload-part-wrong', { expected: 1000 }]);
    expect(outcome(await put(2000, paper))).toEqual([409, 'upload-part-wrong']);
    expect(outcome(await put(1000, Buffer.alloc(1_048_577)))).toEqual([413, 'body-too-large']);
    expect(outcome(await put(1000, Buffer.alloc(paper.length)))).toEqual([413, 'file-too-large']);
    expect(outcome(await put(1000, Buffer.from('{}'), { 'Content-Type': 'application/json' }))).toEqual([415, 'unsupported-media']);
    expect(outcome(await put('minus', paper))).toEqual([422, 'invalid-input']);
  });

  test('a hostile file is refused with its reason, and its paper stays empty', async () => {
    const { client, draftId } = await begun();
    const hostile = plainPdf({
      1: '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>',
      2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      3: '<</Type/Page/Parent 2 0 R>>',
    });
    const { body } = await client.post(`/api/drafts/${draftId}/uploads`, { ...announced, size: hostile.length, sha256: hashOf(hostile) });
    await client.put(`/api/uploads/${body.upload.id}/parts/0`, null, { headers: bytes, raw: hostile });
    const refused = await client.post(`/api/uploads/${body.upload.id}/completion`);
    expect([...outcome(refused), refused.body.facts]).toEqual([422, 'file-hostile', { why: 'script' }]);
    expect((await client.get(`/api/drafts/${draftId}`)).body.draft.papers[0].files).toEqual([]);
  });

  test('need their sender, their token, and their key', async () => {
    const { client, path } = await begun();
    const stranger = (await filing.newCitizen()).client;
    expect(outcome(await stranger.get(path))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.put(`${path}/parts/0`, null, { headers: bytes, raw: paper }))).toEqual([404, 'not-found']);
    expect(outcome(await stranger.post(`${path}/completion`))).toEqual([404, 'not-found']);
    expect(outcome(await filing.office.nobody().put(`${path}/parts/0`, null, { headers: bytes, raw: paper }))).toEqual([
      401,
      'not-signed-in',
    ]);
    expect(outcome(await client.put(`${path}/parts/0`, null, { headers: { ...bytes, 'X-CSRF-Token': null }, raw: paper }))).toEqual([
      403,
      'csrf',
    ]);
    expect(outcome(await client.post(`${path}/completion`, {}, { headers: { 'Idempotency-Key': null } }))).toEqual([400, 'key-missing']);
    expect(outcome(await client.get(`/api/uploads/${randomUUID()}`))).toEqual([404, 'not-found']);
  });
});
