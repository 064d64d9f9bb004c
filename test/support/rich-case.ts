import { type JournalFacts } from '../../server/domain/journal';
import { insertComponents } from '../../server/store/components';
import { noteCustody } from '../../server/store/custody';
import { insertExtension } from '../../server/store/extensions';
import { giveDossier } from '../../server/store/hand-overs';
import { insertInstance } from '../../server/store/instances';
import { type DossierRow } from '../../server/store/models/dossier';
import { beginPause } from '../../server/store/pauses';
import { insertSupplement } from '../../server/store/supplements';
import { enterAgency } from './on-record';
import { enterCase, enterJournal, enterWaits, publishPlainCalendar } from './readable-case';
import { MORNING, type Office } from './server';

const later = (hours: number) => new Date(MORNING.getTime() + hours * 3_600_000);
export const lines: { act: string; facts?: JournalFacts }[] = [
  { act: 'submit', facts: { submittedAt: MORNING.toISOString(), status: 1 } },
  { act: 'check-submission', facts: { acceptedAt: MORNING.toISOString(), status: 2 } },
  { act: 'claim-task' },
  { act: 'propose-supplement', facts: { detail: { reason: 'nháp' } } },
  { act: 'issue-supplement', facts: { status: 5, detail: { reason: 'thiếu trang 2' } } },
];

/** A dossier in the middle of its life, with something of everything on record: the clock stands for a supplement. */
export async function enterRichCase(office: Office): Promise<DossierRow> {
  const [owner, filer, me] = [
    await office.citizen('owner'),
    await office.citizen('filer', 'unverified'),
    await office.staff('officer', { place: 'division' }),
  ];
  return office.sequelize.transaction(async (tx) => {
    await publishPlainCalendar(tx);
    await enterAgency(tx, { kind: 'commune', name: 'Ủy ban nhân dân xã Thạch Hà', adminCode: '18562' });
    const dossier = await enterCase(tx, office, {
      ownerPersonId: owner.personId,
      ownerName: owner.name,
      ownerNumber: owner.citizenNumber,
      submitterAccountId: filer.accountId,
      officerId: me.staffId,
      dueAt: null,
      status: 5,
    });
    const dossierId = dossier.id as string;
    const [department, centre] = [office.places.department.id as number, office.places['provincial-centre'].id as number];
    await enterWaits(
      tx,
      dossier,
      {},
      { kind: 'message', act: 'consent-to-withdrawal', duty: 'leader', name: 'Rút hồ sơ', elementId: 'Withdraw' },
    );
    await enterJournal(
      tx,
      dossierId,
      lines.map((line) => ({ ...line, agencyId: centre })),
    );
    await insertComponents(tx, [{ dossierId, key: 'application', name: 'Đơn đề nghị', position: 1, isRequired: true, checkState: 'good' }]);
    const supplement = {
      dossierId,
      phase: 'appraisal' as const,
      number: 1,
      reason: 'thiếu trang 2',
      items: [],
      proposedBy: me.staffId,
      proposedAt: MORNING,
    };
    await insertSupplement(tx, { ...supplement, state: 'issued', issuedAt: later(1) });
    await insertSupplement(tx, { ...supplement, number: 2, state: 'proposed', reason: 'nháp thứ hai' });
    await beginPause(tx, { dossierId, kind: 'supplement', ground: null, fromAt: later(1) });
    const extension = {
      dossierId,
      reason: 'thẩm tra thêm',
      oldDueAt: later(24),
      newDueAt: later(48),
      addedLimit: '1 working-days',
      draftedBy: me.staffId,
      draftedAt: MORNING,
    };
    await insertExtension(tx, { ...extension, kind: 'extension', state: 'drafted' });
    await giveDossier(tx, {
      kind: 'forward',
      fromAgencyId: centre,
      toAgencyId: department,
      givenBy: me.staffId,
      givenAt: MORNING,
      dossierId,
      papers: ['Đơn, 1 bản chính'],
    });
    await noteCustody(tx, dossierId, {
      what: 'papers',
      holder: 'division',
      holderName: 'Phòng Bổ trợ tư pháp',
      at: MORNING,
      journalNumber: 3,
    });
    await insertInstance(tx, {
      dossierId,
      diagramVersionId: dossier.diagramVersionId,
      version: 1,
      engineVersion: '25',
      facts: {},
      doneElements: ['Start', 'Task_Check'],
      status: 'running',
    });
    return dossier;
  });
}
