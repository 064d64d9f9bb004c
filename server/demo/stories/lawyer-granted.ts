import { closeStory } from '../closing';
import { lawyerFiling, type Lawyer } from '../lawyer-filing';
import { leavePapers } from '../papers';
import { liveResult } from '../signing';
import { type Stage, type Story } from '../stage';
import { AGENCY, bringToOfficer, castOf, CENTRE, decide, fileStandard, giveToCentre } from '../standard-route';

const LAWYER: Lawyer = {
  name: 'Trần Văn Đức',
  sex: 'male',
  certificate: '15432/TP/LS-CCHN',
  card: '17890/LS',
  employer: 'Công ty cổ phần Xây dựng Hồng Lĩnh',
};

/** The standard route to its usual end: granted, and returned online the moment the centre has confirmed. */
export const lawyerGranted: Story = {
  title: 'Đăng ký hành nghề luật sư (1.002153), quy trình chuẩn: được giải quyết, trả trực tuyến',
  slug: 'luat-su-duoc-cap',
  play,
};

async function play(stage: Stage, papers: string): Promise<void> {
  const cast = await castOf(stage, 'cong-dan-02');
  const { citizen, clerk, leader } = cast;
  const going = await fileStandard(stage, cast, await lawyerFiling(LAWYER, 'online'));
  const { dossier } = going;
  await (await stage.people.visit('thanhsen.motcua')).isRefused('GET', dossier.path, undefined, 'not-found');
  await bringToOfficer(going);
  await decide(going, 'qualified', { outcome: 'grant', opinion: 'Hồ sơ đủ điều kiện.' });
  const { id } = await liveResult(leader, dossier);
  await citizen.isRefused('GET', `/api/results/${id}/file`, undefined, 'result-not-ready');
  await giveToCentre(going, { status: 10, written: ['confirm-result', 'release-result'], open: [] });
  await leavePapers(stage, papers, dossier, clerk, {
    forms: ['form-01', 'result-hand-over'],
    centre: CENTRE,
    result: { name: 'giay-dang-ky-hanh-nghe', outcome: 'grant', signer: leader.name, agency: AGENCY },
  });
  await closeStory(stage, dossier, { status: 10, isRegistered: true, pauses: 0, fees: [], lastHolder: 'recipient' });
}
