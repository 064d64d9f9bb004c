import { type Context } from '../casework/context';
import { chooseReturn } from '../commands/drafts/choose-return';
import { createDraft } from '../commands/drafts/create-draft';
import { saveSection } from '../commands/drafts/save-section';
import { submitDraft } from '../commands/drafts/submit-draft';
import { draftView } from '../queries/drafts/draft-view';
import { type PastDossier } from './past-table';

const WARD = '18073';

/** A citizen files for copies of a civil-status extract of their own (2.000635), to be collected at the counter. Answers the dossier's id. */
export async function fileCopies(citizen: Context, { copies, event }: PastDossier): Promise<string> {
  const stage = 'demonstration';
  const draftId = await createDraft(citizen, { procedureCode: '2.000635', caseKey: 'own', communeCode: WARD, stage });
  const version = async () => (await draftView(citizen, draftId)).draft.version;
  for (const [section, answers] of Object.entries(sectionsOf({ copies, event })))
    await saveSection(citizen, { draftId, section, expectedVersion: await version(), answers });
  await chooseReturn(citizen, { draftId, expectedVersion: await version(), way: 'counter', address: null, paysOnDelivery: false });
  const submitted = await submitDraft(citizen, { draftId, expectedVersion: await version(), hasConsented: true, stage });
  return submitted.dossierId;
}

function sectionsOf({ copies, event }: Pick<PastDossier, 'copies' | 'event'>): Record<string, Record<string, unknown>> {
  const marriage = { otherPartyName: 'Người trình diễn' };
  return {
    requester: { requesterAddress: { unit: WARD, line: 'Số 12, đường Phan Đình Phùng' }, requesterPhone: '0912345678' },
    record: {
      subjectBornOn: '1990-03-02',
      subjectSex: 'female',
      eventKind: event,
      registeredOffice: 'Ủy ban nhân dân phường Nam Hà',
      ...(event === 'birth' ? { documentKind: 'extract' } : marriage),
    },
    copies: { copies, resultKind: 'electronic' },
    papers: { truth: true },
  };
}
