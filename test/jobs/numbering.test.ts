import { signItems, type SigningRoom } from '../../server/jobs/sign-items';
import { KEY_LIFE_MS } from '../../server/domain/signing-kind';
import { requestSignatures } from '../../server/commands/results/request-signatures';
import { type StaffActor } from '../../server/policies/actor';
import { KeyRing } from '../../server/signing/key-ring';
import { bookEntriesOf, findBook } from '../../server/store/books';
import { readResult } from '../../server/store/results';
import { findSigningRecord } from '../../server/store/signing-records';
import { readWhole } from '../../server/files/read-whole';
import { judgeRecord } from '../../server/signing/verify/judge-record';
import { PIN } from '../support/certificates';
import { useOffice } from '../support/server';
import { equipForSigning, type SigningOffice } from '../support/signing-office';
import { deskOf } from '../commands/results/desk';

jest.setTimeout(240_000);
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const { leader, clerical } = desk;
const AT = { place: 'department' } as const;

beforeAll(async () => {
  signing = await equipForSigning(office);
  await signing.giveCertificate(await office.staff('leader', AT));
}, 60_000);

async function entriesOf(year: number) {
  return office.sequelize.transaction(async (tx) => {
    const book = await findBook(tx, { agencyId: office.places.department.id, key: 'lawyer-registrations', year });
    return book ? bookEntriesOf(tx, { bookId: book.id, afterNumber: 0, limit: 100 }) : [];
  });
}

/** A seal is in one hand at a time: who finds nothing to take comes again until all is settled. */
async function isAnyUnsettled(): Promise<boolean> {
  const [found] = await office.sequelize.query(`select 1 from signature_requests where state in ('waiting', 'working') limit 1`);
  return found.length > 0;
}

async function clericalActor(): Promise<StaffActor> {
  const person = await office.staff('clerical-officer', AT);
  const { accountId, staffId, personId, name, postId, agencyId } = person;
  return {
    kind: 'staff',
    ...{ accountId, staffId, personId, name, postId, agencyId },
    sessionId: accountId,
    closePersonIds: [personId],
    postTitle: 'Văn thư',
    actsFor: [agencyId],
    isProvinceWide: false,
    duties: ['clerical-officer'],
    hasSecondFactor: true,
  };
}

test('thirty documents that are sealed at once by three processes, of which some fail, bear numbers without a gap', async () => {
  const ids = [];
  for (let one = 0; one < 30; one += 1) ids.push(await desk.submitted());
  const signed = await desk.done(leader(), 'sign', ids);
  expect(signed.items.filter(({ state }: { state: string }) => state !== 'done')).toEqual([]);

  // every seventh file cannot be kept at first, and every eleventh dossier is sent back before its seal
  const sentBack = ids.filter((_, index) => index % 11 === 10);
  const actor = await clericalActor();
  let kept = 0;
  const rooms = [0, 1, 2].map((): SigningRoom => {
    const files = {
      ...{ open: office.files.store.open.bind(office.files.store), find: office.files.store.find.bind(office.files.store) },
      put: (...given: Parameters<typeof office.files.store.put>) => {
        if (++kept % 7 === 0) throw new Error('no room on the disk');
        return office.files.store.put(...given);
      },
    } as unknown as typeof office.files.store;
    const keys = new KeyRing<StaffActor>(KEY_LIFE_MS);
    return { perform: office.perform, clock: office.clock, keys, desk: { paper: signing.desk.paper, files }, reportFault: () => undefined };
  });
  for (const [index, room] of rooms.entries()) {
    const items = await desk.itemsOf(ids.filter((_, at) => at % 3 === index));
    await office.perform({ actor, endpoint: 'requestSignatures' }, (context) =>
      requestSignatures(context, { kind: 'seal', items, pin: PIN }, room.keys),
    );
  }
  for (const id of sentBack) await desk.act(clerical(), id, '/signature-void', { reason: 'Sai số hợp đồng' });
  await Promise.all(
    rooms.map(async (room) => {
      while (await isAnyUnsettled()) await signItems(room);
    }),
  );

  const entries = await entriesOf(2026);
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 30 - sentBack.length }, (_, index) => index + 1));
  for (const { resultId, number } of entries) {
    const { result, record } = await office.sequelize.transaction(async (tx) => {
      const found = await readResult(tx, resultId!);
      return { result: found, record: await findSigningRecord(tx, found) };
    });
    expect(result).toMatchObject({ state: 'sealed', number });
    const verdict = judgeRecord(await readWhole(office.files.store, record!.document.sha256), record!);
    expect(verdict).toMatchObject({ isReleasable: true, values: { so: `${String(number).padStart(2, '0')}/STP-ĐKHN` } });
  }
  for (const id of sentBack) expect(await desk.resultOf(id)).toMatchObject({ state: 'submitted', number: null });
});

test('a document that is signed on the last day of the year and numbered in the new one bears the number and date of the new year', async () => {
  office.clock.set('2026-12-31T09:55:00Z');
  const people = { leader: office.signIn(await office.staff('leader', AT)), officer: office.signIn(await office.staff('officer', AT)) };
  const head = office.signIn(await office.staff('division-head', AT));
  const { id } = await signing.dossierAt('draft-result');
  await desk.act(people.officer, id, '/proposals', { outcome: 'grant' });
  await desk.act(head, id, '/proposals/current/review', { isAgreed: true });
  await signing.deliver();
  const shown = async (who: typeof head) => (await who.get(`/api/dossiers/${id}/results`)).body.results[0];
  const item = async (who: typeof head) => {
    const { id: resultId, nextSha256: expectedSha256 } = await shown(who);
    return [{ resultId, expectedSha256 }];
  };
  await people.leader.post('/api/signature-batches', { kind: 'sign', pin: PIN, items: await item(people.officer) });
  await signing.sign();
  office.clock.set('2027-01-04T01:30:00Z');
  const sealer = office.signIn(await office.staff('clerical-officer', AT));
  await sealer.post('/api/signature-batches', { kind: 'seal', pin: PIN, items: await item(sealer) });
  await signing.sign();
  expect(await shown(sealer)).toMatchObject({ state: 'sealed', number: '01/STP-ĐKHN', issuedOn: '2027-01-04' });
  expect(await entriesOf(2027)).toMatchObject([{ number: 1, issuedOn: '2027-01-04' }]);
});
