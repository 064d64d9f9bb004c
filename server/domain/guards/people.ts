import { Refusal } from '../refusal';

/** Two acts that one person may not do on one dossier, and why. */
export interface ForbiddenPair {
  readonly first: string;
  readonly second: string;
  readonly ground: string;
}

/** The acts are those of the diagrams. Data, so that a province may add its own. */
export const FORBIDDEN_PAIRS: readonly ForbiddenPair[] = [
  { first: 'sign-result', second: 'number-and-seal', ground: 'NĐ 30/2020, Điều 15' },
  { first: 'propose-supplement', second: 'approve-supplement', ground: 'người đề xuất không tự duyệt' },
  { first: 'record-sector-number', second: 'check-sector-number', ground: 'số nhập tay do người thứ hai kiểm tra' },
  { first: 'enter-late', second: 'approve-late-entry', ground: 'người nhập không tự duyệt' },
];

/** One act on record: who did what. */
export interface DoneAct {
  readonly act: string;
  readonly by: string;
}

/** Refuses with `forbidden-pair` when this person has done the other half of a pair on this dossier. */
export function checkPairs(done: readonly DoneAct[], next: DoneAct, pairs: readonly ForbiddenPair[]): void {
  for (const { first, second } of pairs) {
    const other = next.act === first ? second : next.act === second ? first : null;
    if (other !== null && done.some((one) => one.by === next.by && one.act === other))
      throw new Refusal('forbidden-pair', { first, second });
  }
}

/** Whose matter it is: the people of the dossier, and those a staff member has declared as kin. Person ids throughout. */
export interface OwnCase {
  readonly actorPersonId: string;
  readonly actorKinPersonIds: readonly string[];
  /** owner, submitter, and those the result is about */
  readonly dossierPersonIds: readonly string[];
}

/** A staff member who is the applicant, or kin of one, neither accepts, examines, signs nor seals. */
export function checkOwnCase({ actorPersonId, actorKinPersonIds, dossierPersonIds }: OwnCase): void {
  const near = [actorPersonId, ...actorKinPersonIds];
  if (dossierPersonIds.some((person) => near.includes(person))) throw new Refusal('own-case');
}
