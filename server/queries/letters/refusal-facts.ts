import { findLastAct } from '../../store/journal';
import { findPost } from '../../store/staff';
import { type Reader } from '../reader';
import { letterOwner } from './declared-parties';
import { letterFrame, readGuide, type LetterSubject } from './letter-frame';

/** Form 03: refused at intake, by whom, on which clause, with all its reasons at once (NĐ 61/2018 Art. 17.1b). */
export async function refusalFacts(reader: Reader, subject: LetterSubject): Promise<Record<string, unknown>> {
  const { dossier } = subject;
  const refused = await findLastAct(reader.tx, dossier.id, ['refuse-intake']);
  if (!refused) throw new Error(`dossier ${dossier.id} was not refused at intake`);
  const { reason = '', ground = '' } = (refused.facts as { detail?: { reason?: string; ground?: string } }).detail ?? {};
  const post = refused.postId === null ? undefined : await findPost(reader.tx, refused.postId);
  return {
    ...(await letterFrame(reader, subject)),
    owner: await letterOwner(reader, subject),
    online: dossier.channel === 'online',
    submittedAt: dossier.submittedAt.toISOString(),
    reasons: [reason],
    clause: ground,
    guide: await readGuide(reader, subject, refused.actorKind === 'staff' ? refused.actorId : null),
    refuser: { ...(post ? { position: post.title } : {}), name: refused.actorName },
  };
}
