import { createHash } from 'node:crypto';
import { attachFile, detachFile, insertComponents } from '../../server/store/components';
import { insertDraft } from '../../server/store/drafts';
import { insertFile } from '../../server/store/files';
import { type StoredFileRow } from '../../server/store/models/stored-file';
import { publishTemplate } from '../../server/store/published-versions';
import { row, rows } from '../../server/store/rows';
import { type Transaction } from '../../server/store/transaction';
import { enterCase, enterShippedProcedure } from '../support/readable-case';
import { MORNING, useOffice } from '../support/server';

const office = useOffice();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => office.sequelize.transaction(work);
const officer = () => office.as('officer', { place: 'division' });
const PAGE = Buffer.from('%PDF-1.7\n<script>alert(1)</script>');
const sha256 = createHash('sha256').update(PAGE).digest('hex');

beforeAll(() => office.files.store.put([PAGE] as unknown as AsyncIterable<Uint8Array>, { maxBytes: 1000 }));

const enterFile = (tx: Transaction, values: Partial<StoredFileRow> = {}) =>
  insertFile(tx, {
    sha256,
    byteSize: PAGE.length,
    kind: 'application/pdf',
    displayName: 'Hợp đồng “lao động”.pdf',
    scan: 'unscanned',
    addedAt: MORNING,
    addedBy: 'test',
    ...values,
  });

/** A file in a paper of somebody's dossier, or of a draft. */
async function enterPaper(holder: 'dossier' | 'draft', values: Partial<StoredFileRow> = {}) {
  const owner = await office.citizen('owner');
  return inTransaction(async (tx) => {
    const procedure = await enterShippedProcedure(tx, '1.002153');
    const dossierId = holder === 'dossier' ? (await enterCase(tx, office, { ownerPersonId: owner.personId })).id : null;
    const draft =
      holder === 'draft' &&
      (await insertDraft(tx, {
        accountId: owner.accountId,
        procedureCode: procedure.procedureCode,
        procedureVersionId: procedure.id,
        caseKey: 'registration',
        createdAt: MORNING,
        savedAt: MORNING,
      }));
    const held = draft ? { draftId: draft.id as string } : { dossierId: dossierId as string };
    const [paper] = await insertComponents(tx, [{ ...held, key: 'contract', name: 'Hợp đồng', position: 1, isRequired: true }]);
    const file = await enterFile(tx, values);
    const attached = { componentId: paper!.id as string, fileId: file.id as string, at: MORNING };
    await attachFile(tx, attached);
    return { path: `/api/files/${file.id as string}`, attached, dossierId };
  });
}

test('a file leaves byte for byte, as an attachment that no browser runs or guesses at', async () => {
  const { path, dossierId } = await enterPaper('dossier');
  for (const client of [officer(), office.asCitizen('owner')]) {
    const { status, body, headers } = await client.get(path);
    expect([status, (body as Buffer).equals(PAGE)]).toEqual([200, true]);
    expect(headers.get('Content-Type')).toBe('application/pdf');
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''H%E1%BB%A3p/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(headers.get('Content-Length')).toBe(String(PAGE.length));
    expect(headers.get('Cache-Control')).toBe('no-store');
  }
  const lines = await inTransaction((tx) =>
    rows<object>(tx, `select dossier_id as id from access_log where endpoint = 'readComponentFile' and dossier_id = $1`, [dossierId]),
  );
  expect(lines).toEqual([{ id: dossierId }]);
});

test('to whom the dossier does not exist its files do not', async () => {
  const { path } = await enterPaper('dossier');
  for (const client of [
    office.as('officer', { place: 'other-commune' }),
    office.asCitizen('stranger'),
    office.asCitizen('x', 'unverified'),
  ])
    expect((await client.get(path)).status).toBe(404);
  for (const duty of ['administrator', 'postman'] as const) expect((await office.as(duty).get(path)).status).toBe(403);
  expect((await office.nobody().get(path)).status).toBe(401);
  const { id } = await inTransaction((tx) => enterFile(tx));
  expect((await office.as('inspector').get(`/api/files/${id as string}`)).status).toBe(404);
  expect((await office.as('inspector').get(`/api/files/${sha256}`)).status).toBe(422);
});

test('a draft’s files are its account’s alone', async () => {
  const { path } = await enterPaper('draft');
  expect((await office.asCitizen('owner').get(path)).status).toBe(200);
  for (const client of [office.asCitizen('stranger'), officer(), office.as('inspector')]) expect((await client.get(path)).status).toBe(404);
});

test('a file that was taken off again stays with the office', async () => {
  const { path, attached } = await enterPaper('dossier');
  await inTransaction((tx) => detachFile(tx, attached));
  expect((await office.asCitizen('owner').get(path)).status).toBe(404);
  expect((await officer().get(path)).status).toBe(200);
});

test('what a scanner has refused is opened to nobody, nor what waits for it', async () => {
  const refused = await enterPaper('dossier', { scan: 'infected' });
  const waiting = await enterPaper('dossier', { scan: 'held' });
  for (const client of [officer(), office.asCitizen('owner')]) {
    expect(await client.get(refused.path)).toMatchObject({ status: 422, body: { code: 'file-infected' } });
    expect(await client.get(waiting.path)).toMatchObject({ status: 409, body: { code: 'file-held' } });
  }
});

test('letters are listed and read by whoever may read the dossier', async () => {
  const owner = await office.citizen('owner');
  const letter = await inTransaction(async (tx) => {
    const dossier = await enterCase(tx, office, { ownerPersonId: owner.personId });
    return { id: await enterLetter(tx, dossier.id, 'form-01'), dossierId: dossier.id };
  });
  const listed = await office.asCitizen('owner').get(`/api/dossiers/${letter.dossierId}/letters`);
  expect(listed.body.letters).toMatchObject([{ id: letter.id, form: 'form-01', number: '12/GTN', isSealed: true, isReprint: false }]);
  const { body, headers } = await office.asCitizen('owner').get(`/api/letters/${letter.id}/file`);
  expect((body as Buffer).equals(PAGE)).toBe(true);
  expect(headers.get('Content-Disposition')).toContain('form-01 12-GTN.pdf');
  expect((await office.asCitizen('stranger').get(`/api/letters/${letter.id}/file`)).status).toBe(404);
  expect((await office.as('officer', { place: 'commune' }).get(`/api/letters/${letter.id}/file`)).status).toBe(404);
});

test('papers by which desks give each other a dossier stay in the house', async () => {
  const owner = await office.citizen('owner');
  const slip = await inTransaction(async (tx) => {
    const dossier = await enterCase(tx, office, { ownerPersonId: owner.personId });
    return { id: await enterLetter(tx, dossier.id, 'result-hand-over'), dossierId: dossier.id };
  });
  const path = `/api/letters/${slip.id}/file`;
  expect((await officer().get(`/api/dossiers/${slip.dossierId}/letters`)).body.letters).toMatchObject([{ id: slip.id, sha256 }]);
  expect((await officer().get(path)).status).toBe(200);
  expect((await office.asCitizen('owner').get(`/api/dossiers/${slip.dossierId}/letters`)).body.letters).toEqual([]);
  expect((await office.asCitizen('owner').get(path)).status).toBe(404);
});

async function enterLetter(tx: Transaction, dossierId: string, form: string): Promise<string> {
  const template = await publishTemplate(tx, { key: form, content: {}, sha256: 't', publishedAt: MORNING, publishedBy: 'test' });
  const entered = await row<{ id: string }>(
    tx,
    `insert into letters (dossier_id, form, template_version_id, number, facts, file_sha256, byte_size, is_sealed, issued_at)
     values ($1, $2, $3, '12/GTN', '{}', $4, $5, true, $6) returning id`,
    [dossierId, form, template.id, sha256, PAGE.length, MORNING],
  );
  return entered!.id;
}
