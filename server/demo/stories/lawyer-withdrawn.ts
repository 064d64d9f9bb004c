import { closeStory } from '../closing';
import { lawyerFiling, type Lawyer } from '../lawyer-filing';
import { leavePapers } from '../papers';
import { type Stage, type Story } from '../stage';
import { bringToOfficer, castOf, CENTRE, fileStandard } from '../standard-route';

const LAWYER: Lawyer = {
  name: 'Nguyễn Thị Ấm',
  sex: 'female',
  certificate: '12874/TP/LS-CCHN',
  card: '15533/LS',
  employer: 'Công ty trách nhiệm hữu hạn Vận tải Sông La',
};

/** Withdrawn: a request of the applicant, which the leader consents to; the papers go back. */
export const lawyerWithdrawn: Story = {
  title: 'Đăng ký hành nghề luật sư (1.002153), quy trình chuẩn: người nộp rút hồ sơ',
  slug: 'luat-su-rut-ho-so',
  play,
};

async function play(stage: Stage, papers: string): Promise<void> {
  const cast = await castOf(stage, 'cong-dan-01');
  const { citizen, clerk, officer, leader } = cast;
  const going = await fileStandard(stage, cast, await lawyerFiling(LAWYER, 'online'));
  const { dossier } = going;
  await bringToOfficer(going);
  await dossier.actBeside(
    citizen,
    { act: 'ask-withdrawal', door: '/withdrawal', body: { reason: 'Hợp đồng lao động vừa chấm dứt.' } },
    { status: 4, written: ['ask-withdrawal'], open: [[officer, 'examine']] },
  );
  await dossier.actBeside(
    leader,
    { act: 'decide-withdrawal', door: '/withdrawal/decision', body: { isConsented: true } },
    { status: 7, written: ['consent-to-withdrawal'], open: [[clerk, 'return-originals']] },
  );
  const { version } = (await dossier.seenBy(officer)).dossier;
  const late = { expectedVersion: version, outcome: 'qualified' };
  await officer.isRefused('POST', `${dossier.path}/examination`, late, 'step-not-open');
  await dossier.act(
    clerk,
    { act: 'return-originals', door: '/originals-return', body: { recipientName: citizen.name } },
    { status: 7, written: ['return-originals'], open: [] },
  );
  await leavePapers(stage, papers, dossier, clerk, { forms: ['form-01'], centre: CENTRE });
  await closeStory(stage, dossier, { status: 7, isRegistered: true, pauses: 0, fees: [], lastHolder: 'applicant' });
}
