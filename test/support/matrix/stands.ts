import { createHash } from 'node:crypto';
import { type Client } from '../client';
import { EXTRACT_FACTS } from '../modelled-procedures';
import { plainPdf } from '../plain-pdf';
import { type Office } from '../server';
import { insertFeeLines } from '../../../server/store/fees';
import { ADDRESS, type Stand, type Walk, type Walking } from './walk';

export const PAPER = plainPdf({
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R>>',
});
/** What is said of a file before it is sent; of the scan of a result not of which paper it is. */
export const announced = (componentKey?: string) => ({
  ...(componentKey === undefined ? {} : { componentKey }),
  name: 'giấy tờ.pdf',
  size: PAPER.length,
  sha256: createHash('sha256').update(PAPER).digest('hex'),
});
export const BYTES = { 'Content-Type': 'application/octet-stream' };

/** Begins an upload where uploads begin, and sends its one part. */
export async function sendPaper(client: Client, uploads: string, componentKey?: string): Promise<string> {
  const begun = await client.post(uploads, announced(componentKey));
  const { id } = (begun.body as { upload: { id: string } }).upload;
  await client.put(`/api/uploads/${id}/parts/0`, undefined, { raw: PAPER, headers: BYTES });
  return id;
}

/** The same, judged and put into its paper; answers the file. */
export async function bringPaper(client: Client, uploads: string, componentKey?: string): Promise<string> {
  const id = await sendPaper(client, uploads, componentKey);
  const { body } = await client.post(`/api/uploads/${id}/completion`);
  return (body as { upload: { fileId: string } }).upload.fileId;
}

const RECIPIENT = { name: 'Chủ hồ sơ', paper: 'Căn cước', number: '042090900001', relation: 'owner' };
export const COUNTED = { originals: 1 };
export const CONTENTS = [{ name: 'Bản sao trích lục', originals: 1, copies: 0 }];
export const IDENTITY_COPY = 'identity-paper-copy';

/** A dossier at every step that this table asks about. */
export type Stands = Awaited<ReturnType<typeof fillDesks>>;

export async function fillDesks(office: Office, walking: Walking) {
  const { standing, by, byFiler, byHouse, signed, delivered, ways } = walking;
  const ward = (steps: readonly Walk[], wishes = {}) => standing('ward', steps, wishes);
  const department = (steps: readonly Walk[]) => standing('department', steps);
  const filer = office.asCitizen('filer', 'unverified');
  const brought: Walk = async ({ id }) => void (await bringPaper(filer, `/api/dossiers/${id}/uploads`, IDENTITY_COPY));

  /** To the centre by the house's own hand: who signs is asked about elsewhere. */
  const sealedByHouse = [
    ...ways.signable,
    byHouse('sign-result', { decision: 'grant' }),
    byHouse('number-and-seal', { seal: 'done' }),
    byHouse('enter-book'),
    byHouse('confirm-result', { handOver: 'received' }),
  ];
  const byPost = { returnWay: 'post' as const };
  const handed = [...sealedByHouse, by('clerk', '/postal-hand-over', { contents: CONTENTS, address: ADDRESS })];
  const parcelBack: Walk = async ({ id }) => {
    const { code } = await walking.dossier(id);
    const eventAt = office.clock.now().toISOString();
    const report = { kind: 'returned', attempt: 1, eventAt, reason: 'Không có người nhận' };
    await office.as('postman', { place: 'post', who: '' }).post(`/api/parcels/${code}/events`, report);
  };
  const fees: Walk = async ({ id }) => {
    const line = { dossierId: id, kind: 'phi', wording: 'theo nghị quyết', dueWhen: 'filing', isRefundable: false, state: 'due' } as const;
    const rest = { refundClause: null, account: null, exemptGround: null, exemptedBy: null, createdAt: office.clock.now() };
    await office.sequelize.transaction((tx) =>
      insertFeeLines(tx, [
        { ...line, ...rest, key: 'copy', name: 'Phí bản sao', amountDong: 8000 },
        { ...line, ...rest, key: 'postage', name: 'Cước', amountDong: null },
      ]),
    );
  };
  const forwarded = [...ways.receipt, by('clerk', '/forwarding')];
  const confirmed = [...forwarded, by('division-head', '/forwarding-confirmation', { outcome: 'received' })];
  const holder = await office.staff('officer', { place: 'department', who: '' });
  const assigned = [...confirmed, by('division-head', '/assignment', { staffId: holder.staffId })];
  const proposedThere = [
    ...assigned,
    by('officer', '/examination', { outcome: 'qualified' }),
    by('officer', '/proposals', { outcome: 'grant' }),
    delivered,
  ];
  /** Paid at the bank and once more in cash. */
  const paidTwice = [
    by('fee-collector', '/payments', { method: 'transfer', reference: 'FT-1', amountDong: 8000, feeKeys: ['copy'] }),
    by('fee-collector', '/payments', { method: 'cash', amountDong: 8000, feeKeys: ['copy'], isPaidTwice: true }),
  ];
  const toPrint = [
    ...ways.drafting,
    by('officer', '/proposals', { outcome: 'grant', kind: 'paper', resultFacts: EXTRACT_FACTS }),
    delivered,
    byFiler('/draft-answer', { isAgreed: true }),
    ...ways.sector,
  ];
  const printed = [...toPrint, by('officer', '/original', COUNTED)];
  const wetSigned = [...printed, by('leader', '/original/signature', { ...COUNTED, decision: 'signed' })];
  const toScan = [...wetSigned, by('clerical-officer', '/original/seal', { ...COUNTED, decision: 'sealed' })];
  const scanned: Walk = async ({ id }) =>
    void (await bringPaper(office.as('officer', { place: 'commune', who: '' }), `/api/dossiers/${id}/original/scans`));
  const near: Walk = (stand) => walking.ring(stand, 'nearDue');
  const extension = by('officer', '/extensions', { reason: 'Chờ xác minh', newDueOn: '2026-12-08' });

  return {
    filed: await ward([]),
    incomplete: await ward([ways.incomplete, brought]),
    refusing: await ward([ways.refusing]),
    refused: await ward([ways.refusing, by('centre-head', '/intake-refusal', ways.refusal)]),
    takeOver: await ward(ways.receipt),
    unpaid: await ward([fees, ...ways.takenOver, byHouse('ask-payment')]),
    paidTwice: await ward([fees, ...ways.takenOver, byHouse('ask-payment'), ...paidTwice]),
    examine: await ward(ways.takenOver),
    wanting: await ward(ways.wanting),
    suggested: await ward(ways.suggested),
    approved: await ward(ways.approved),
    asked: await ward([...ways.issued, brought]),
    answered: await ward([...ways.issued, brought, byFiler('/supplements/current/answer')]),
    draft: await ward(ways.drafting),
    draftShown: await ward(ways.proposed),
    sector: await ward(ways.agreed),
    sectorTyped: await ward(ways.numbered),
    toPrint: await ward(toPrint),
    toSignByHand: await ward(printed),
    toSealByHand: await ward(wetSigned),
    toScan: await ward(toScan),
    scanned: await ward([...toScan, scanned]),
    toSign: await ward(ways.signable),
    toSeal: await ward([...ways.signable, signed('sign')]),
    toBook: await ward([...ways.signable, signed('sign'), signed('seal')]),
    toConfirm: await ward(sealedByHouse.slice(0, -1)),
    toReturn: await ward(sealedByHouse),
    toPost: await ward(sealedByHouse, byPost),
    withPost: await ward(handed, byPost),
    parcelBack: await ward([...handed, parcelBack], byPost),
    returned: await ward([
      ...ways.signable,
      signed('sign'),
      signed('seal'),
      by('book-keeper', '/book-entry'),
      by('clerk', '/result-confirmation'),
      by('clerk', '/counter-return', { recipient: RECIPIENT }),
    ]),
    toRefuse: await ward([
      ...ways.drafting,
      byHouse('draft-result', { decision: 'refuse', resultKind: 'electronic' }),
      byHouse('record-sector-number'),
      byHouse('sign-result', { decision: 'refuse' }),
      byHouse('number-and-seal', { seal: 'done' }),
    ]),
    withdrawing: await ward([...ways.takenOver, byFiler('/withdrawal', { reason: 'Đã có bản sao khác' })]),
    withdrawn: await ward([
      ...ways.takenOver,
      byFiler('/withdrawal', { reason: 'Đã có bản sao khác' }),
      by('leader', '/withdrawal/decision', { isConsented: true }),
    ]),
    late: await ward([...ways.takenOver, walking.overdue]),
    toForward: await department(ways.receipt),
    forwarded: await department(forwarded),
    toAssign: await department(confirmed),
    toReview: await department(proposedThere),
    toDeliver: await department([
      ...proposedThere,
      byHouse('review-proposal', { proposal: 'agreed' }),
      byHouse('record-sector-number'),
      byHouse('sign-result', { decision: 'grant' }),
      byHouse('number-and-seal', { seal: 'done' }),
    ]),
    nearDue: await department([...assigned, near]),
    extending: await department([...assigned, near, extension]),
    extended: await department([...assigned, near, extension, by('leader', '/extensions/current/signature')]),
  } satisfies Record<string, Stand>;
}

export { EXTRACT_FACTS, RECIPIENT };
