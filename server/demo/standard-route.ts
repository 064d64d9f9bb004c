import { Case, type Expected } from './case';
import { needed } from './deviation';
import { fileOnline, type Filing } from './filing';
import { signDocument } from './signing';
import { type Stage } from './stage';
import { type Visitor } from './visitor';

/** Who meets a dossier of the department of justice on its way. */
export type StandardCast = {
  citizen: Visitor;
  clerk: Visitor;
  head: Visitor;
  officer: Visitor;
  leader: Visitor;
  clerical: Visitor;
};

export type StandardPlay = StandardCast & { dossier: Case };

/** What the officer proposes, with the status at which it ends the appraisal. */
export type Proposed = { outcome: 'grant' | 'refuse'; reason?: string; ground?: string; opinion: string };

/** As their certificates name them. */
export const AGENCY = 'Sở Tư pháp tỉnh Hà Tĩnh';
export const CENTRE = 'Trung tâm Phục vụ hành chính công tỉnh Hà Tĩnh';

export async function castOf(stage: Stage, citizen: string): Promise<StandardCast> {
  const visit = (userName: string) => stage.people.visit(userName);
  return {
    citizen: await visit(citizen),
    clerk: await visit('tinh.motcua'),
    head: await visit('tuphap.truongphong'),
    officer: await visit('tuphap.chuyenvien'),
    leader: await visit('tuphap.lanhdao'),
    clerical: await visit('tuphap.vanthu'),
  };
}

/** Filed online: the centre's clerk has it to check, and nobody else. */
export async function fileStandard(stage: Stage, cast: StandardCast, filing: Filing): Promise<StandardPlay> {
  const { citizen, ...staff } = cast;
  const id = await fileOnline(citizen, filing, stage.say);
  const dossier = new Case(stage, { id, applicant: citizen, cast: Object.values(staff) });
  await dossier.comesTo({ status: 1, written: ['submit'], open: [[cast.clerk, 'check-submission']] });
  return { ...cast, dossier };
}

/** Accepted with a receipt, forwarded with its papers, received by the division, and on an officer's desk. */
export async function bringToOfficer(play: StandardPlay): Promise<void> {
  const { dossier, clerk, head, officer } = play;
  await dossier.act(
    clerk,
    { act: 'check-submission', door: '/acceptance', body: {} },
    { status: 2, written: ['check-submission', 'issue-receipt'], open: [[clerk, 'forward']] },
  );
  await dossier.act(
    clerk,
    { act: 'forward', door: '/forwarding', body: { papers: ['Tờ khai điện tử', 'Bản sao hợp đồng lao động (bản điện tử)'] } },
    { status: 2, written: ['forward'], open: [[head, 'confirm-forwarded']] },
  );
  await dossier.act(
    head,
    { act: 'confirm-forwarded', door: '/forwarding-confirmation', body: { outcome: 'received' } },
    { status: 4, written: ['confirm-forwarded'], open: [[head, 'assign']] },
  );
  await dossier.act(
    head,
    { act: 'assign', door: '/assignment', body: { staffId: await officerId(play) } },
    { status: 4, written: ['assign'], open: [[officer, 'examine']] },
  );
}

/** Examined, proposed, reviewed, signed by the leader, numbered and sealed. */
export async function decide(
  play: StandardPlay,
  examined: 'qualified' | 'not-qualified',
  { outcome, ...proposed }: Proposed,
): Promise<void> {
  const { dossier, officer, head, leader, clerical } = play;
  await dossier.act(
    officer,
    { act: 'examine', door: '/examination', body: { outcome: examined, note: proposed.opinion } },
    { status: 4, written: ['examine'], open: [[officer, 'draft-result']] },
  );
  await dossier.act(
    officer,
    { act: 'draft-result', door: '/proposals', body: { outcome, ...proposed } },
    { status: 4, written: ['draft-result'], open: [[head, 'review-proposal']] },
  );
  await dossier.act(
    head,
    { act: 'review-proposal', door: '/proposals/current/review', body: { isAgreed: true } },
    { status: 4, written: ['review-proposal'], open: [[leader, 'sign-result']] },
  );
  await signDocument(leader, dossier, 'sign');
  await dossier.comesTo({ status: 4, written: ['sign-result'], open: [[clerical, 'number-and-seal']] });
  await signDocument(clerical, dossier, 'seal');
  await dossier.comesTo({ status: 4, written: ['number-and-seal'], open: [[officer, 'deliver-to-centre']] });
}

/** The division gives the document to the centre, which confirms that it is there; what follows is the outcome's. */
export async function giveToCentre({ dossier, officer, clerk }: StandardPlay, then: Expected): Promise<void> {
  await dossier.act(
    officer,
    { act: 'deliver-to-centre', door: '/result-delivery', body: {} },
    { status: 4, written: ['deliver-to-centre', 'issue-letter'], open: [[clerk, 'confirm-result']] },
  );
  await dossier.act(clerk, { act: 'confirm-result', door: '/result-confirmation', body: {} }, then);
}

async function officerId({ dossier, head, officer }: StandardPlay): Promise<string> {
  type Colleagues = { items: { staffId: string; fullName: string }[] };
  const { items } = await head.get<Colleagues>(`${dossier.path}/colleagues?duty=officer`);
  return needed(
    items.find(({ fullName }) => fullName === officer.name),
    `chuyên viên ${officer.name} trong danh sách để phân công`,
  ).staffId;
}
