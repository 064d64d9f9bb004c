import { chooseReturn } from '../../../server/commands/drafts/choose-return';
import { choosePlace } from '../../../server/commands/drafts/choose-place';
import { createDraft } from '../../../server/commands/drafts/create-draft';
import { discardDraft } from '../../../server/commands/drafts/discard-draft';
import { removeFile } from '../../../server/commands/drafts/remove-file';
import { saveSection } from '../../../server/commands/drafts/save-section';
import { openAgency } from '../../../server/commands/administration/open-agency';
import { nameSuccessor } from '../../../server/commands/administration/name-successor';
import { type CitizenActor } from '../../../server/policies/actor';
import { draftView, type DraftView } from '../../../server/queries/drafts/draft-view';
import { listDrafts } from '../../../server/queries/drafts/list-drafts';
import { presentDraft } from '../../../server/presenters/draft';
import { draftOf, handIn, submitted } from '../../support/filing';
import { formOfProcedure, MORNING, procedureOf, refusalOf, useOneStop } from '../../support/one-stop';

const town = useOneStop();
const stage = 'demonstration';
const system = { kind: 'system', name: 'test' } as const;
beforeEach(() => town.clock.set(MORNING));

const begin = (citizen: CitizenActor, wish: Partial<Parameters<typeof createDraft>[1]> = {}) =>
  town.act(citizen, (context) => createDraft(context, { procedureCode: '2.000635', caseKey: 'own', stage, ...wish }));
const view = (citizen: CitizenActor, draftId: string): Promise<DraftView> => town.act(citizen, (context) => draftView(context, draftId));
const save = (citizen: CitizenActor, draftId: string, section: string, answers: Record<string, unknown>, expectedVersion?: number) =>
  town.act(citizen, async (context) => {
    const version = expectedVersion ?? (await draftView(context, draftId)).draft.version;
    await saveSection(context, { draftId, section, expectedVersion: version, answers });
  });

test('a draft begins filled in with what is known; what a verified source says is fixed', async () => {
  const citizen = await town.citizen({ name: 'Nguyễn Thị Ấm', number: '042190000123' });
  const { draft, verified } = await view(citizen, await begin(citizen));
  const paper = { paper: 'citizen-card', number: '042190000123' };
  expect(draft.answers).toEqual({ requesterName: 'Nguyễn Thị Ấm', requesterPaper: paper, requesterPhone: '0912345678' });
  expect(verified).toEqual({ requesterName: 'Nguyễn Thị Ấm', requesterPaper: paper });
});

test('R23: an account that nobody has verified fills in, and fixes nothing', async () => {
  const citizen = await town.citizen({ state: 'unverified' });
  const { draft, verified } = await view(citizen, await begin(citizen));
  expect([Object.keys(draft.answers), verified]).toEqual([['requesterName', 'requesterPaper', 'requesterPhone'], {}]);
});

test('a verified answer that is changed is told as a fault; left out, it is filled in again', async () => {
  const citizen = await town.citizen();
  const draftId = await begin(citizen);
  await save(citizen, draftId, 'requester', { requesterName: 'Người Khác' });
  expect((await view(citizen, draftId)).judged.faults.find(({ path }) => path === 'requesterName')?.code).toBe('verified');
  await save(citizen, draftId, 'requester', { requesterEmail: 'am@example.vn' });
  const { draft } = await view(citizen, draftId);
  expect(draft.answers).toMatchObject({ requesterName: citizen.name, requesterEmail: 'am@example.vn' });
  expect(draft.answers).not.toHaveProperty('requesterPhone');
});

test('what is wrong is kept as it was written and told beside; the other pages stay', async () => {
  const citizen = await town.citizen();
  const draftId = await draftOf(town, citizen);
  await save(citizen, draftId, 'copies', { copies: 'ba bản', resultKind: 'paper' });
  const { draft, judged } = await view(citizen, draftId);
  expect(draft.answers).toMatchObject({ copies: 'ba bản', resultKind: 'paper', registeredOffice: 'Ủy ban nhân dân xã Thạch Hà' });
  expect(judged.faults.map(({ path, code }) => [path, code])).toEqual([['copies', 'whole']]);
});

test('what is no question of the page is refused with its place, and a file is no answer', async () => {
  const citizen = await town.citizen();
  const draftId = await begin(citizen);
  const refused = await refusalOf(save(citizen, draftId, 'papers', { truth: 'yes', authorisation: ['file-1'], copies: '3' }));
  expect([refused.code, refused.facts.faults!.map(({ path }) => path)]).toEqual([
    'invalid-input',
    ['body.answers.authorisation', 'body.answers.copies'],
  ]);
  expect((await refusalOf(save(citizen, draftId, 'no-such-page', {}))).code).toBe('not-found');
});

test('a draft saved in another window meanwhile is stale', async () => {
  const citizen = await town.citizen();
  const draftId = await begin(citizen);
  await save(citizen, draftId, 'copies', { copies: '2' }, 1);
  const { code, facts } = await refusalOf(save(citizen, draftId, 'copies', { copies: '3' }, 1));
  expect([code, facts['version']]).toEqual(['stale', 2]);
});

test('another account finds nothing, whatever it tries', async () => {
  const [citizen, stranger] = [await town.citizen(), await town.citizen()];
  const own = await draftOf(town, citizen, { caseKey: 'authorised', papers: ['authorisation'], answers: {} });
  const [file] = (await view(citizen, own)).files;
  const tries = [
    view(stranger, own),
    town.act(stranger, (context) => saveSection(context, { draftId: own, section: 'copies', expectedVersion: 1, answers: {} })),
    town.act(stranger, (context) =>
      chooseReturn(context, { draftId: own, expectedVersion: 1, way: 'counter', address: null, paysOnDelivery: false }),
    ),
    town.act(stranger, (context) => choosePlace(context, { draftId: own, expectedVersion: 1, communeCode: '18073' })),
    town.act(stranger, (context) => discardDraft(context, { draftId: own })),
    town.act(stranger, (context) => removeFile(context, { draftId: own, componentKey: 'authorisation', fileId: file!.id })),
    handIn(town, stranger, { draftId: own, componentKey: 'authorisation' }),
    submitted(town, stranger, own),
  ];
  for (const one of tries) expect((await refusalOf(one)).code).toBe('not-found');
  expect(await town.act(stranger, listDrafts)).toEqual([]);
});

test('the papers, fee and place of a draft are shown as they stand', async () => {
  const citizen = await town.citizen();
  const draftId = await begin(citizen, { caseKey: 'authorised' });
  const shown = () => view(citizen, draftId).then(presentDraft);
  expect((await shown()).papers.map(({ key, isRequired, mostFiles }) => [key, isRequired, mostFiles])).toEqual([
    ['authorisation', true, 5],
    ['residence-proof', false, 5],
  ]);
  expect((await shown()).fees).toMatchObject([{ key: 'copy', amountDong: null }]);
  await save(citizen, draftId, 'copies', { copies: '3' });
  expect((await shown()).fees).toMatchObject([{ key: 'copy', amountDong: 24_000 }]);
  expect((await shown()).place).toBeNull();
  await town.act(citizen, async (context) => {
    const { version: expectedVersion } = (await draftView(context, draftId)).draft;
    await choosePlace(context, { draftId, expectedVersion, communeCode: '18100' });
  });
  expect((await shown()).place).toEqual({ centre: 'H27.18100.TT', agency: 'H27.18100' });
});

test('a file that is taken out is gone from its paper', async () => {
  const citizen = await town.citizen();
  const draftId = await begin(citizen, { caseKey: 'authorised' });
  const fileId = await handIn(town, citizen, { draftId, componentKey: 'authorisation' });
  expect((await view(citizen, draftId)).judged.missing).toEqual([]);
  const remove = () => town.act(citizen, (context) => removeFile(context, { draftId, componentKey: 'authorisation', fileId }));
  await remove();
  const { judged, files } = await view(citizen, draftId);
  expect([judged.missing.map(({ component }) => component.key), files]).toEqual([['authorisation'], []]);
  expect((await refusalOf(remove())).code).toBe('not-found');
});

test('a paper takes no more files than its question allows, and papers of another case take none', async () => {
  const citizen = await town.citizen();
  const draftId = await begin(citizen, { caseKey: 'authorised' });
  for (let count = 0; count < 5; count++) await handIn(town, citizen, { draftId, componentKey: 'authorisation' });
  const refused = await refusalOf(handIn(town, citizen, { draftId, componentKey: 'authorisation' }));
  expect([refused.code, refused.facts]).toEqual(['too-many-files', { limit: 5 }]);
  expect((await refusalOf(handIn(town, citizen, { draftId, componentKey: 'organisation-request' }))).code).toBe('component-unknown');
});

test('by post the result needs an address, and only the ways of the version are open', async () => {
  const citizen = await town.citizen();
  const draftId = await begin(citizen);
  const choose = (way: 'post' | 'online') =>
    town.act(citizen, (context) => chooseReturn(context, { draftId, expectedVersion: 1, way, address: null, paysOnDelivery: true }));
  expect((await refusalOf(choose('post'))).code).toBe('invalid-input');
  await choose('online');
  expect(presentDraft(await view(citizen, draftId))).toMatchObject({ returnWay: 'online', returnAddress: null, paysOnDelivery: false });
});

test('E11: a commune that is no more is not guessed at: those that took it over are named', async () => {
  const citizen = await town.citizen();
  await town.act(system, async (context) => {
    const former = {
      kind: 'commune',
      name: 'Xã cũ',
      parentCode: null,
      adminCode: '18599',
      validFromOn: '2000-01-01',
      validToOn: '2025-07-01',
    } as const;
    await openAgency(context, { code: 'H27.X18599', ...former, isDemonstration: true });
    for (const code of ['H27.18073', 'H27.18100'])
      await nameSuccessor(context, { formerCode: 'H27.X18599', successorCode: code, part: 'một phần' });
  });
  const { code, facts } = await refusalOf(begin(citizen, { communeCode: '18599' }));
  expect([code, facts['successors']]).toEqual([
    'invalid-input',
    ['18073', '18100'].map((communeCode) => ({ communeCode, name: `H27.${communeCode}`, part: 'một phần' })),
  ]);
  expect((await refusalOf(begin(citizen, { communeCode: '00000' }))).code).toBe('invalid-input');
});

describe('a draft is not begun', () => {
  const content = procedureOf('2.000635');
  const closed = (code: string, more: object) =>
    town.publish({ ...content, code, form: code, ...more }, { ...formOfProcedure('2.000635'), id: code });

  test('for a procedure nobody knows, or a case it has not', async () => {
    const citizen = await town.citizen();
    expect((await refusalOf(begin(citizen, { procedureCode: '9.999999' }))).code).toBe('not-found');
    expect((await refusalOf(begin(citizen, { caseKey: 'none' }))).code).toBe('invalid-input');
  });

  test('before the version is in force, or where another system takes filings', async () => {
    const citizen = await town.citizen();
    await closed('9.000002', { effectiveFromOn: '2027-01-01' });
    expect((await refusalOf(begin(citizen, { procedureCode: '9.000002' }))).code).toBe('procedure-not-in-force');
    const online = { kind: 'outside', name: 'Cổng đăng ký kinh doanh', address: 'https://dangkykinhdoanh.gov.vn' };
    await closed('9.000003', { filing: { ...content.filing, online } });
    const refused = await refusalOf(begin(citizen, { procedureCode: '9.000003' }));
    expect([refused.code, refused.facts['address']]).toEqual(['channel-closed', online.address]);
  });

  test('in production, while nobody competent has confirmed the version', async () => {
    expect((await refusalOf(begin(await town.citizen(), { stage: 'production' }))).code).toBe('procedure-unverified');
  });

  test('by an account that has fifty of them', async () => {
    const citizen = await town.citizen();
    const all: string[] = [];
    for (let count = 0; count < 50; count++) all.push(await begin(citizen));
    expect((await refusalOf(begin(citizen))).code).toBe('too-many-drafts');
    await town.act(citizen, (context) => discardDraft(context, { draftId: all[0]! }));
    await begin(citizen);
    expect(await town.act(citizen, listDrafts)).toHaveLength(50);
    expect((await refusalOf(view(citizen, all[0]!))).code).toBe('not-found');
  });
});
