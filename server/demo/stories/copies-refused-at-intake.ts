import { Case } from '../case';
import { closeStory } from '../closing';
import { fileOnline } from '../filing';
import { leavePapers } from '../papers';
import { type Stage, type Story } from '../stage';
import { copiesFiling, WARD_CENTRE, wardCastOf } from '../ward';

const SUBJECT = { bornOn: '1995-02-28', typed: { name: 'Võ Thị Như Quỳnh', number: '042195999005' } };
const WHY = {
  reason: 'Không tìm thấy sự kiện hộ tịch nào khớp với thông tin đã khai.',
  ground: 'Quyết định 163/QĐ-BTP, phần lưu ý của thành phần hồ sơ',
};

/** Refused at intake: put forward by the clerk, signed by the head of the centre on form 03; no clock ever ran, no number was given. */
export const copiesRefusedAtIntake: Story = {
  title: 'Cấp bản sao trích lục hộ tịch (2.000635), quy trình trong ngày: không tiếp nhận',
  slug: 'trich-luc-khong-tiep-nhan',
  play,
};

async function play(stage: Stage, papers: string): Promise<void> {
  const { citizen, ...staff } = await wardCastOf(stage, 'cong-dan-05');
  const { clerk, centreHead } = staff;
  const id = await fileOnline(citizen, copiesFiling(SUBJECT, { way: 'online' }), stage.say);
  const dossier = new Case(stage, { id, applicant: citizen, cast: Object.values(staff) });
  await dossier.comesTo({ status: 1, written: ['submit'], open: [[clerk, 'check-submission']] });
  await dossier.act(
    clerk,
    { act: 'check-submission', door: '/intake-refusal', body: WHY },
    { status: 1, written: ['check-submission'], open: [[centreHead, 'refuse-intake']] },
  );
  await dossier.act(
    centreHead,
    { act: 'refuse-intake', door: '/intake-refusal', body: WHY },
    { status: 3, written: ['refuse-intake', 'issue-letter'], open: [[clerk, 'return-refused']] },
  );
  await dossier.act(
    clerk,
    { act: 'return-refused', door: '/refused-papers-return', body: {} },
    { status: 3, written: ['return-refused'], open: [] },
  );
  await leavePapers(stage, papers, dossier, clerk, { forms: ['form-03'], centre: WARD_CENTRE });
  const fees = [{ key: 'copy', amountDong: 16_000, state: 'cancelled' }];
  await closeStory(stage, dossier, { status: 3, isRegistered: false, pauses: 0, fees });
}
