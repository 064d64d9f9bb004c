import { closeStory } from '../closing';
import { upload } from '../filing';
import { contractCopy, lawyerFiling, type Lawyer } from '../lawyer-filing';
import { leavePapers } from '../papers';
import { ownerAtCounter } from '../recipient';
import { type Stage, type Story } from '../stage';
import { AGENCY, bringToOfficer, castOf, CENTRE, decide, fileStandard, giveToCentre, type StandardPlay } from '../standard-route';
import { askSupplement } from '../supplement';

const LAWYER: Lawyer = {
  name: 'Phạm Quốc Thuận',
  sex: 'male',
  certificate: '09377/TP/LS-CCHN',
  card: '11208/LS',
  employer: 'Hợp tác xã Nông nghiệp Kỳ Anh',
};

/** With a supplement on the way: the clock stands, only what was named is open, and once it is whole the time is counted again. */
export const lawyerSupplemented: Story = {
  title: 'Đăng ký hành nghề luật sư (1.002153), quy trình chuẩn: phải bổ sung, rồi được giải quyết, trả tại quầy',
  slug: 'luat-su-bo-sung',
  play,
};

async function play(stage: Stage, papers: string): Promise<void> {
  const cast = await castOf(stage, 'cong-dan-04');
  const { clerk, leader } = cast;
  const going = await fileStandard(stage, cast, await lawyerFiling(LAWYER, 'counter'));
  const { dossier } = going;
  await bringToOfficer(going);
  await askSupplement(going, {
    reason: 'Bản sao hợp đồng chưa ghi rõ thời hạn.',
    items: [{ kind: 'component', key: 'employment-contract', what: 'bản sao có đủ điều khoản về thời hạn' }],
  });
  await answer(stage, going);
  await decide(going, 'qualified', { outcome: 'grant', opinion: 'Hợp đồng đã đủ, hồ sơ đủ điều kiện.' });
  await giveToCentre(going, {
    status: 9,
    written: ['confirm-result'],
    open: [
      [clerk, 'return-at-counter', 'change-return-way'],
      [cast.citizen, 'change-return-way'],
    ],
  });
  await dossier.act(
    clerk,
    { act: 'return-at-counter', door: '/counter-return', body: { recipient: await ownerAtCounter(clerk, dossier) } },
    { status: 10, written: ['return-at-counter'], open: [] },
  );
  await leavePapers(stage, papers, dossier, clerk, {
    forms: ['form-01', 'form-02', 'result-hand-over'],
    centre: CENTRE,
    result: { name: 'giay-dang-ky-hanh-nghe', outcome: 'grant', signer: leader.name, agency: AGENCY },
  });
  await closeStory(stage, dossier, { status: 10, isRegistered: true, pauses: 1, fees: [], lastHolder: 'recipient' });
}

/** Another paper and another answer than those asked for are shut; the one that was asked for is sent, found whole, and the work goes on. */
async function answer(stage: Stage, { dossier, citizen, clerk, officer }: StandardPlay): Promise<void> {
  const { version } = (await dossier.seenBy(citizen)).dossier;
  const paper = await contractCopy(LAWYER, 'từ ngày 01/12/2025 đến hết ngày 30/11/2028');
  const other = { componentKey: 'application', name: 'don.pdf', size: paper.bytes.length, sha256: '0'.repeat(64) };
  await citizen.isRefused('POST', `${dossier.path}/uploads`, other, 'item-not-open');
  const door = `${dossier.path}/supplements/current/answer`;
  await citizen.isRefused('POST', door, { expectedVersion: version, answers: { employerName: 'Tên khác' } }, 'item-not-open');
  stage.say(`          ${citizen.name} thử gửi đơn khác và sửa tên cơ quan: bị từ chối, vì không có trong yêu cầu bổ sung`);
  await upload(citizen, dossier.path, { ...paper, name: 'hop-dong-lao-dong-day-du.pdf' }, stage.say);
  await dossier.act(
    citizen,
    { act: 'answer-supplement', door: '/supplements/current/answer', body: { note: 'Xin gửi bản sao đầy đủ.' } },
    { status: 5, written: ['answer-supplement'], open: [[clerk, 'check-supplement']] },
  );
  await dossier.act(
    clerk,
    { act: 'check-supplement', door: '/supplements/current/check', body: { isComplete: true } },
    { status: 4, written: ['check-supplement'], open: [[officer, 'examine']] },
  );
}
