import { type JournalFacts } from '../journal';
import { TOLD_BESIDE } from './timeline-beside';
import { type Told, TOLD_OF_DIAGRAMS } from './timeline-sentences';
import { type Words } from './words';

/** One line of a journal as a person reads it. */
export type TimelineLine = {
  readonly words: Words;
  /** False: how the house works inside; the applicant's timeline leaves it out. */
  readonly isForApplicant: boolean;
};

const TOLD: ReadonlyMap<string, Told> = new Map(Object.entries({ ...TOLD_OF_DIAGRAMS, ...TOLD_BESIDE }));

/** An act that this table does not know yet is still on record, and told to the office alone. */
const UNKNOWN: Told = { vi: 'Đã ghi một việc vào hồ sơ', en: 'An act was put on record', isOfOffice: true };

/**
 * Says what an act did, in a sentence that a citizen can read. The outcome of an
 * act chooses its sentence; a reason that was written to the applicant is added
 * to it, and a note that one colleague wrote to another only for the office.
 */
export function timelineLine({ act, facts }: { act: string; facts: JournalFacts }, reader: 'applicant' | 'office'): TimelineLine {
  const told = toldOf(act, facts);
  const detail = facts.detail ?? {};
  const names = reader === 'office' ? [...(told.tells ?? []), ...OF_OFFICE] : (told.tells ?? []);
  const added = [...new Set(names)].flatMap((name) => textOf(detail[name]) ?? []);
  return {
    words: { vi: [told.vi, ...added].join(': '), en: [told.en, ...added].join(': ') },
    isForApplicant: !told.isOfOffice && !FOR_A_PERSON.includes(detail['trouble']),
  };
}

/** Reports that contradict what is on record, and second lines about a loss that was told already: a person has to judge them first (E25, E28). */
const FOR_A_PERSON: readonly unknown[] = ['parcel-contradiction', 'parcel-lost'];
const OF_OFFICE = ['reason', 'note'];

/** The most telling sentence there is: by what came of the act, or else by the act alone. */
function toldOf(act: string, facts: JournalFacts): Told {
  const outcome = outcomesOf(facts)
    .map((one) => TOLD.get(`${act}:${one}`))
    .find((told) => told !== undefined);
  return outcome ?? TOLD.get(act) ?? UNKNOWN;
}

function outcomesOf({ acceptedAt, subStatus, detail = {} }: JournalFacts): string[] {
  const named = [detail['outcome'], detail['decision'], detail['kind'], detail['form']].filter((one) => typeof one === 'string');
  const isRefused = Object.entries(detail).some(([name, value]) => value === false && /^is[A-Z]/.test(name));
  return [...(acceptedAt ? ['accepted'] : []), ...named, ...(isRefused ? ['no'] : []), ...(subStatus ? [subStatus] : [])];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
