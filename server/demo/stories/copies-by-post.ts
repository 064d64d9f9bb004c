import { Case } from '../case';
import { closeStory } from '../closing';
import { expectSame, needed } from '../deviation';
import { fileOnline } from '../filing';
import { leavePapers } from '../papers';
import { signDocument } from '../signing';
import { type Stage, type Story } from '../stage';
import { copiesFiling, FORMER_WARD, homeOf, WARD, WARD_CENTRE, wardCastOf, type WardCast } from '../ward';

const FEE_DONG = 16_000;

/** What the officer reads in the register and enters in the draft. */
const EXTRACT = {
  title: 'Trích lục khai sinh',
  entries: [
    { label: 'Họ, chữ đệm, tên', value: 'NGUYỄN THỊ ẤM' },
    { label: 'Ngày, tháng, năm sinh', value: '12/03/1990' },
    { label: 'Giới tính', value: 'Nữ' },
    { label: 'Quốc tịch', value: 'Việt Nam' },
  ],
  register: { office: FORMER_WARD, number: '27', volume: '01/1990', on: '1990-03-20' },
  source: 'Cơ sở dữ liệu hộ tịch điện tử',
};

/**
 * Copies of a civil-status extract: filed online, drafted, confirmed by the
 * applicant, signed, numbered and sealed, handed to the post, nobody at home at
 * the first try, delivered and paid at the second.
 */
export const copiesByPost: Story = {
  title: 'Cấp bản sao trích lục hộ tịch (2.000635), quy trình trong ngày: trả qua bưu điện, thu hộ phí, phát lần hai mới được',
  slug: 'trich-luc-qua-buu-dien',
  play,
};

async function play(stage: Stage, papers: string): Promise<void> {
  const cast = await wardCastOf(stage, 'cong-dan-01');
  const { citizen, ...staff } = cast;
  const post = { way: 'post', address: homeOf(citizen.name), paysOnDelivery: true } as const;
  const id = await fileOnline(citizen, copiesFiling({ bornOn: '1990-03-12' }, post), stage.say);
  const dossier = new Case(stage, { id, applicant: citizen, cast: Object.values(staff) });
  await draft(dossier, cast);
  await signAndEnter(dossier, cast);
  await deliver(stage, dossier, cast);
  await leavePapers(stage, papers, dossier, cast.clerk, {
    forms: ['form-01', 'postal-slip', 'hand-over-record'],
    centre: WARD_CENTRE,
    result: { name: 'trich-luc', outcome: 'grant', signer: cast.leader.name, agency: WARD },
  });
  const fees = [{ key: 'copy', amountDong: FEE_DONG, state: 'settled' }];
  await closeStory(stage, dossier, { status: 10, isRegistered: true, pauses: 0, fees, lastHolder: 'recipient' });
}

/** A receipt is asked for, since before 15:00 of a working day none would be given; the applicant sees the draft and agrees. */
async function draft(dossier: Case, { citizen, clerk, officer, leader }: WardCast): Promise<void> {
  await dossier.comesTo({ status: 1, written: ['submit'], open: [[clerk, 'check-submission']] });
  await dossier.act(
    clerk,
    { act: 'check-submission', door: '/acceptance', body: { isReceiptWanted: true } },
    { status: 2, written: ['check-submission', 'issue-receipt'], open: [[officer, 'confirm-forwarded']] },
  );
  await dossier.act(
    officer,
    { act: 'confirm-forwarded', door: '/forwarding-confirmation', body: { outcome: 'received' } },
    { status: 4, written: ['confirm-forwarded'], open: [[officer, 'examine']] },
  );
  await dossier.act(
    officer,
    { act: 'examine', door: '/examination', body: { outcome: 'qualified' } },
    { status: 4, written: ['examine'], open: [[officer, 'draft-result']] },
  );
  await dossier.act(
    officer,
    { act: 'draft-result', door: '/proposals', body: { outcome: 'grant', resultFacts: EXTRACT } },
    {
      status: 4,
      written: ['draft-result', 'send-draft'],
      open: [
        [citizen, 'answer-draft'],
        [clerk, 'answer-draft'],
      ],
    },
  );
  await dossier.act(
    citizen,
    { act: 'answer-draft', door: '/draft-answer', body: { isAgreed: true } },
    { status: 4, written: ['answer-draft'], open: [[leader, 'sign-result']] },
  );
}

async function signAndEnter(dossier: Case, { citizen, clerk, leader, clerical, keeper }: WardCast): Promise<void> {
  await signDocument(leader, dossier, 'sign');
  await dossier.comesTo({ status: 4, written: ['sign-result'], open: [[clerical, 'number-and-seal']] });
  await signDocument(clerical, dossier, 'seal');
  await dossier.comesTo({ status: 4, written: ['number-and-seal'], open: [[keeper, 'enter-book']] });
  await dossier.act(
    keeper,
    { act: 'enter-book', door: '/book-entry', body: {} },
    { status: 4, written: ['enter-book'], open: [[clerk, 'confirm-result']] },
  );
  await dossier.act(
    clerk,
    { act: 'confirm-result', door: '/result-confirmation', body: {} },
    {
      status: 9,
      written: ['confirm-result'],
      open: [
        [clerk, 'hand-to-post', 'change-return-way'],
        [citizen, 'change-return-way'],
      ],
    },
  );
}

/** A failed try leaves the dossier at 9 and the parcel with the post; only the delivery with its cash brings it to 10. */
async function deliver(stage: Stage, dossier: Case, { citizen, clerk }: WardCast): Promise<void> {
  const contents = [{ name: 'Trích lục khai sinh (bản sao)', originals: 2, copies: 0 }];
  await dossier.act(
    clerk,
    { act: 'hand-to-post', door: '/postal-hand-over', body: { contents } },
    { status: 9, written: ['hand-to-post', 'issue-letter', 'issue-letter'], open: [[clerk, 'record-parcel-event', 'record-parcel-event']] },
  );
  const parcel = needed((await dossier.seenBy(citizen)).parcels[0], 'bưu gửi');
  expectSame('tiền bưu tá thu hộ', parcel.cashOnDeliveryDong, FEE_DONG);
  const postClerk = await stage.people.visit('buudien.giaodich');
  const report = async (event: object) => {
    const { now } = await postClerk.get<{ now: string }>('/api/clock');
    await postClerk.post(`/api/parcels/${parcel.code}/events`, { ...event, eventAt: now });
  };
  await report({ kind: 'delivery-failed', attempt: 1, reason: 'không có người ở nhà' });
  await dossier.comesTo({ status: 9, written: ['record-parcel-event'], open: [[clerk, 'record-parcel-event', 'record-parcel-event']] });
  expectSame('người giữ kết quả sau lần phát hỏng', (await dossier.seenInside()).custody.at(-1)?.holder, 'post');
  const recipient = { name: citizen.name, paper: 'Thẻ căn cước', relation: 'chủ hồ sơ' };
  await report({ kind: 'delivered', attempt: 2, recipient, collectedDong: FEE_DONG });
  await dossier.comesTo({ status: 10, written: ['record-parcel-event'], open: [] });
}
