import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { attachUpload } from '../../../server/commands/drafts/attach-upload';
import { beginUpload } from '../../../server/commands/drafts/begin-upload';
import { createDraft } from '../../../server/commands/drafts/create-draft';
import { judgeUpload } from '../../../server/commands/drafts/judge-upload';
import { submitDraft } from '../../../server/commands/drafts/submit-draft';
import { type VirusScanner } from '../../../server/files/virus-scan';
import { type CitizenActor } from '../../../server/policies/actor';
import { draftView } from '../../../server/queries/drafts/draft-view';
import { ownUpload, ownUploadWithKinds } from '../../../server/queries/drafts/own-upload';
import { row } from '../../../server/store/rows';
import { draftOf } from '../../support/filing';
import { openTestFiles, type TestFiles } from '../../support/files';
import { refusalOf, useOneStop } from '../../support/one-stop';
import { plainPdf } from '../../support/plain-pdf';

const town = useOneStop();
let at: TestFiles;
beforeAll(async () => {
  at = await openTestFiles();
});
afterAll(() => at.close());

const honest = pdf('');
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

function pdf(catalog: string): Buffer {
  return plainPdf({
    1: `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: '<</Type/Page/Parent 2 0 R>>',
  });
}

async function begin(
  citizen: CitizenActor,
  content: Buffer,
  wish: { draftId?: string; name?: string; sha256?: string; size?: number } = {},
) {
  const draftId =
    wish.draftId ??
    (await town.act(citizen, (context) =>
      createDraft(context, { procedureCode: '2.000635', caseKey: 'authorised', stage: 'demonstration' }),
    ));
  const { name = 'Giấy ủy quyền.pdf', sha256 = hashOf(content), size = content.length } = wish;
  const uploadId = await town.act(citizen, (context) =>
    beginUpload(context, { draftId, componentKey: 'authorisation', name, sha256, size }),
  );
  return { draftId, uploadId };
}

async function send(uploadId: string, content: Buffer): Promise<void> {
  async function* whole() {
    yield content;
  }
  await at.files.parts.append({ uploadId, offset: 0, content: whole(), maxBytes: content.length });
}

async function finish(citizen: CitizenActor, uploadId: string, files = at.files): Promise<string> {
  const { upload, accepts } = await town.act(citizen, (context) => ownUploadWithKinds(context, uploadId));
  const judged = await judgeUpload(files, { ...upload, accepts });
  return town.act(citizen, (context) => attachUpload(context, { uploadId, judged }));
}

const rowsOf = (content: Buffer) =>
  town.act(
    { kind: 'system', name: 'test' },
    async ({ tx }) => (await row<{ n: number }>(tx, 'select count(*)::int as n from files where sha256 = $1', [hashOf(content)]))!.n,
  );

test('a file is judged by its content, named by it, and lies in its paper', async () => {
  const citizen = await town.citizen();
  const { draftId, uploadId } = await begin(citizen, honest, { name: '../Giấy ủy quyền (bản 1).docx' });
  await send(uploadId, honest);
  const fileId = await finish(citizen, uploadId);
  const { files } = await town.act(citizen, (context) => draftView(context, draftId));
  expect(files).toMatchObject([
    { id: fileId, kind: 'application/pdf', pageCount: 1, scan: 'unscanned', displayName: 'Giấy ủy quyền (bản 1).docx.pdf' },
  ]);
  expect(files[0]?.inspection).toMatchObject({ pages: 1, signatures: 0 });
  expect(await at.files.store.find(hashOf(honest))).toBeDefined();
});

test('a photograph is opened to its last line', async () => {
  const citizen = await town.citizen();
  const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  const { draftId, uploadId } = await begin(citizen, photo, { name: 'ảnh' });
  await send(uploadId, photo);
  await finish(citizen, uploadId);
  const { files } = await town.act(citizen, (context) => draftView(context, draftId));
  expect(files).toMatchObject([{ kind: 'image/jpeg', displayName: 'ảnh.jpg', inspection: { width: 400, height: 300 } }]);
  const cut = photo.subarray(0, 300);
  const broken = await begin(citizen, cut);
  await send(broken.uploadId, cut);
  expect((await refusalOf(finish(citizen, broken.uploadId))).code).toBe('file-damaged');
});

test.each([
  ['runs a script', pdf('/OpenAction<</S/JavaScript/JS(x)>>'), 'file-hostile', { why: 'script' }],
  ['starts a program', pdf('/OpenAction<</S/Launch/F(cmd.exe)>>'), 'file-hostile', { why: 'launch' }],
  ['carries another file', pdf('/Names<</EmbeddedFiles 9 0 R>>'), 'file-hostile', { why: 'embedded-file' }],
  [
    'has a password',
    plainPdf(
      { 1: '<</Type/Catalog/Pages 2 0 R>>', 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: '<</Type/Page/Parent 2 0 R>>' },
      '/Root 1 0 R /Encrypt<</Filter/Standard>>',
    ),
    'file-encrypted',
    {},
  ],
  ['is cut off', Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog'), 'file-damaged', {}],
  ['is a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-type-refused', { types: 'PDF, JPEG, PNG' }],
  ['is a program', Buffer.from('MZ' + '\0'.repeat(200)), 'file-type-refused', { types: 'PDF, JPEG, PNG' }],
  [
    'is a photograph no office can open',
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1' + '\0'.repeat(100), 'latin1'),
    'photo-format-refused',
    {},
  ],
] as const)('a file that %s is refused with its reason, and no row names it', async (_what, content, code, facts) => {
  const citizen = await town.citizen();
  const { draftId, uploadId } = await begin(citizen, content);
  await send(uploadId, content);
  const refused = await refusalOf(finish(citizen, uploadId));
  expect([refused.code, refused.facts]).toEqual([code, facts]);
  expect(await rowsOf(content)).toBe(0);
  expect((await town.act(citizen, (context) => draftView(context, draftId))).files).toEqual([]);
});

test('what the scanner finds is refused; where it gives no verdict the file waits and is marked so', async () => {
  const citizen = await town.citizen();
  const scannerThat = (verdict: Awaited<ReturnType<VirusScanner['scan']>>): VirusScanner => ({
    scan: async (source) => {
      for await (const chunk of source) void chunk;
      return verdict;
    },
  });
  const content = pdf('/Lang(vi)');
  const { draftId, uploadId } = await begin(citizen, content);
  await send(uploadId, content);
  const infected = { ...at.files, scanner: scannerThat({ verdict: 'infected', finding: 'Eicar-Test-Signature' }) };
  expect((await refusalOf(finish(citizen, uploadId, infected))).code).toBe('file-infected');
  await finish(citizen, uploadId, { ...at.files, scanner: scannerThat({ verdict: 'held', why: 'no answer' }) });
  expect((await town.act(citizen, (context) => draftView(context, draftId))).files).toMatchObject([{ scan: 'held' }]);
});

test('too large, empty, or other than announced: each is refused in its own words', async () => {
  const citizen = await town.citizen();
  const large = await refusalOf(begin(citizen, honest, { size: 10 * 1_048_576 + 1 }));
  expect([large.code, large.facts]).toEqual(['file-too-large', { limit: '10 MB' }]);
  expect((await refusalOf(begin(citizen, honest, { size: 0 }))).code).toBe('file-empty');
  const { uploadId } = await begin(citizen, honest, { sha256: 'a'.repeat(64) });
  const early = await refusalOf(finish(citizen, uploadId));
  expect([early.code, early.facts]).toEqual(['upload-part-wrong', { expected: 0 }]);
  await send(uploadId, honest);
  expect((await refusalOf(finish(citizen, uploadId))).code).toBe('upload-hash-wrong');
});

test('the same file announced again goes on where it stood; once finished, a repeat finds it there', async () => {
  const citizen = await town.citizen();
  const { draftId, uploadId } = await begin(citizen, honest);
  expect((await begin(citizen, honest, { draftId })).uploadId).toBe(uploadId);
  await send(uploadId, honest);
  const fileId = await finish(citizen, uploadId);
  expect(await town.act(citizen, (context) => attachUpload(context, { uploadId, judged: null }))).toBe(fileId);
  expect((await town.act(citizen, (context) => draftView(context, draftId))).files).toHaveLength(1);
});

test('nobody reaches another account’s upload', async () => {
  const [citizen, stranger] = [await town.citizen(), await town.citizen()];
  const { uploadId } = await begin(citizen, honest);
  expect((await refusalOf(town.act(stranger, (context) => ownUpload(context, uploadId)))).code).toBe('not-found');
  expect((await refusalOf(town.act(stranger, (context) => attachUpload(context, { uploadId, judged: null })))).code).toBe('not-found');
});

test('an account has no more than twenty uploads under way', async () => {
  const citizen = await town.citizen();
  const { draftId } = await begin(citizen, honest);
  for (let count = 1; count < 20; count++) await begin(citizen, honest, { draftId, sha256: hashOf(Buffer.from(String(count))) });
  expect((await refusalOf(begin(citizen, honest, { draftId, sha256: hashOf(Buffer.from('one more')) }))).code).toBe('too-many-requests');
});

test('a file that is judged after the draft was submitted is not taken', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen);
  const sha256 = hashOf(honest);
  const uploadId = await town.act(citizen, (context) =>
    beginUpload(context, { draftId, componentKey: 'residence-proof', name: 'a.pdf', sha256, size: honest.length }),
  );
  await send(uploadId, honest);
  await town.act(citizen, async (context) => {
    const { version: expectedVersion } = (await draftView(context, draftId)).draft;
    await submitDraft(context, { draftId, expectedVersion, hasConsented: true, stage: 'demonstration' });
  });
  expect((await refusalOf(finish(citizen, uploadId))).code).toBe('step-not-open');
});
