import { type Limit, parseLimitTerm } from '../../domain/limit';
import { parsePlainDate } from '../../domain/plain-date';
import { supplementSentences } from '../../domain/words/supplement';
import { type SupplementRow } from '../../store/models/supplement';
import { readSupplement } from '../../store/supplements';
import { type Reader } from '../reader';
import { letterOwner } from './declared-parties';
import { letterFrame, readGuide, type LetterSubject } from './letter-frame';

/** Form 02: everything that is missing, said once, with its reason; what it does to the time is generated from the rule of the version (R29). */
export async function supplementFacts(reader: Reader, subject: LetterSubject, supplementId: string): Promise<Record<string, unknown>> {
  const supplement = await readSupplement(reader.tx, supplementId);
  const { answerUntilOn, answerClause } = supplement;
  return {
    ...(await letterFrame(reader, subject)),
    owner: await letterOwner(reader, subject),
    items: supplement.items.map((item) => listedItem(subject, item)),
    reason: supplement.reason,
    ...(answerUntilOn && answerClause ? { answerBy: { on: answerUntilOn, clause: answerClause } } : {}),
    ...(supplement.phase === 'appraisal' ? { clock: clockWords(subject, supplement) } : {}),
    guide: await readGuide(reader, subject, supplement.proposedBy),
  };
}

function listedItem({ procedure }: LetterSubject, item: Record<string, unknown>) {
  const { kind, key, what } = item as { kind: 'component' | 'answer'; key: string; what: string };
  const component = kind === 'component' ? procedure.components.find((one) => one.key === key) : undefined;
  if (!component) return { name: what, originals: 0, certified: 0, copies: 0 };
  const { originals, certifiedCopies: certified, photocopies: copies } = component;
  return { name: `${component.name.vi}: ${what}`, originals, certified, copies };
}

function clockWords({ dossier, procedure }: LetterSubject, { answerUntilOn, answerClause }: SupplementRow): string {
  const lastDay =
    answerUntilOn && answerClause ? { on: parsePlainDate(answerUntilOn), clause: answerClause, then: 'return-papers' as const } : null;
  const sentences = supplementSentences({ pauseRule: procedure.pauseRule, limit: limitOf(dossier.timeLimit), lastDay }, 'vi');
  return sentences.at(-1)!;
}

function limitOf(timeLimit: unknown): Limit | null {
  const text = (timeLimit as { limit?: string | null } | null)?.limit ?? null;
  const term = text === null ? undefined : parseLimitTerm(text);
  return term?.kind === 'span' ? term.limit : null;
}
