import { localDateOf } from '../../domain/local-time';
import { findHolderOfDuty } from '../../store/staff';
import { readResult } from '../../store/results';
import { findLastAct } from '../../store/journal';
import { type Reader } from '../reader';
import { letterOwner } from './declared-parties';
import { letterFrame, type LetterSubject } from './letter-frame';

/** Form 05: that work on the dossier has stopped, why, on which clause; what the leader has decided is quoted by its number. */
export async function stopFacts(reader: Reader, subject: LetterSubject, resultId: string): Promise<Record<string, unknown>> {
  const { dossier, centre } = subject;
  const { facts, issuedOn, numberText } = await readResult(reader.tx, resultId);
  const { reasons = [], clauses = [] } = facts as { reasons?: string[]; clauses?: string[] };
  const hasPapers = (await findLastAct(reader.tx, dossier.id, ['forward'])) !== undefined;
  return {
    ...(await letterFrame(reader, subject)),
    owner: await letterOwner(reader, subject),
    receivedAt: (dossier.receivedAt ?? dossier.acceptedAt ?? dossier.submittedAt).toISOString(),
    stoppedOn: issuedOn ?? localDateOf(reader.now),
    reason: [...reasons, ...(numberText ? [`Theo văn bản số ${numberText}.`] : [])].join(' '),
    clause: clauses.join('; '),
    ...(hasPapers ? { papers: `trả lại Ông/Bà tại ${centre.name}.` } : {}),
    recipients: ['Như trên', 'Lưu: VT'],
    signer: await headOf(reader, subject),
  };
}

/** The head of the centre signs what the centre writes in its own name. */
async function headOf({ tx }: Reader, { centre, onDate }: LetterSubject) {
  const head = await findHolderOfDuty(tx, { agencyId: centre.id, duty: 'centre-head', onDate });
  if (!head) throw new Error(`centre ${centre.code} has no head on ${onDate}`);
  return { position: head.title, name: head.fullName };
}
