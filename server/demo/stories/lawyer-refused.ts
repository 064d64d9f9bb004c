import { closeStory } from '../closing';
import { lawyerFiling, type Lawyer } from '../lawyer-filing';
import { leavePapers } from '../papers';
import { ownerAtCounter } from '../recipient';
import { type Stage, type Story } from '../stage';
import { AGENCY, bringToOfficer, castOf, CENTRE, decide, fileStandard, giveToCentre } from '../standard-route';

const LAWYER: Lawyer = {
  name: 'Lê Hoàng Yến',
  sex: 'female',
  certificate: '16021/TP/LS-CCHN',
  card: '18455/LS',
  employer: 'Văn phòng Luật sư Ngàn Hống',
};

/** Refused after appraisal: proposed by the officer with its reason and clause, signed by the leader, numbered, sealed, and returned like a result. */
export const lawyerRefused: Story = {
  title: 'Đăng ký hành nghề luật sư (1.002153), quy trình chuẩn: từ chối sau khi thẩm định',
  slug: 'luat-su-bi-tu-choi',
  play,
};

async function play(stage: Stage, papers: string): Promise<void> {
  const cast = await castOf(stage, 'cong-dan-03');
  const { clerk, leader } = cast;
  const going = await fileStandard(stage, cast, await lawyerFiling(LAWYER, 'counter'));
  const { dossier } = going;
  await bringToOfficer(going);
  await decide(going, 'not-qualified', {
    outcome: 'refuse',
    reason: 'Bên sử dụng lao động là Văn phòng Luật sư Ngàn Hống, một tổ chức hành nghề luật sư.',
    ground: 'law-practice',
    opinion: 'Bên sử dụng lao động là tổ chức hành nghề luật sư, không đủ điều kiện.',
  });
  await giveToCentre(going, { status: 8, written: ['confirm-result'], open: [[clerk, 'return-refusal']] });
  await dossier.act(
    clerk,
    { act: 'return-refusal', door: '/refusal-return', body: { recipient: await ownerAtCounter(clerk, dossier) } },
    { status: 8, written: ['return-refusal'], open: [] },
  );
  await leavePapers(stage, papers, dossier, clerk, {
    forms: ['form-01', 'result-hand-over'],
    centre: CENTRE,
    result: { name: 'van-ban-tu-choi', outcome: 'refuse', signer: leader.name, agency: AGENCY },
  });
  await closeStory(stage, dossier, { status: 8, isRegistered: true, pauses: 0, fees: [], lastHolder: 'recipient' });
}
