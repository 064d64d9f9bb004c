import { type DossierReading } from '../contract/dossier-view-shapes';
import { type PauseKind } from '../domain/pauses';
import { PAUSE_KIND_WORDS } from '../domain/words/explanation';
import { type DossierRecord } from '../queries/dossiers/read-dossier';
import { type ExtensionRow } from '../store/models/extension';
import { type PauseRow } from '../store/models/pause';
import { type SupplementRow } from '../store/models/supplement';
import { type WithdrawalRow } from '../store/models/withdrawal';
import { instant } from './time-left';

type Shape<Name extends keyof DossierReading> = DossierReading[Name] extends (infer One)[] ? One : never;

/** The papers of a dossier, each with what the clerk found and the files in it. */
export function presentComponents({ components, files }: Pick<DossierRecord, 'components' | 'files'>): DossierReading['components'] {
  return components.map((component) => ({
    key: component.key,
    name: component.name,
    isRequired: component.isRequired,
    originals: component.originals,
    certifiedCopies: component.certifiedCopies,
    photocopies: component.photocopies,
    isElectronic: component.isElectronic,
    checkState: component.checkState,
    checkNote: component.checkNote,
    files: files
      .filter(({ componentId }) => componentId === component.id)
      .map(({ id, displayName, kind, byteSize, pageCount, scan, addedAt }) => ({
        id,
        name: displayName,
        kind,
        byteSize,
        pageCount,
        scan,
        addedAt: instant(addedAt),
      })),
  }));
}

export function presentSupplement(supplement: SupplementRow): Shape<'supplements'> {
  const { phase, number, state, reason, ground, items, answerUntilOn, answerClause, issuedAt, answeredAt, checkedAt } = supplement;
  return {
    phase,
    number,
    state,
    reason,
    ground,
    items: items as Shape<'supplements'>['items'],
    answerUntilOn,
    answerClause,
    issuedAt: instant(issuedAt),
    answeredAt: instant(answeredAt),
    checkedAt: instant(checkedAt),
  };
}

export function presentPause({ kind, ground, fromAt, toAt }: PauseRow): Shape<'pauses'> {
  const known = kind as PauseKind;
  return { kind: known, kindName: PAUSE_KIND_WORDS[known], ground, fromAt: instant(fromAt), toAt: instant(toAt) };
}

export function presentExtension({ kind, state, reason, oldDueAt, newDueAt, deliveredAt }: ExtensionRow): Shape<'extensions'> {
  return { kind, state, reason, oldDueAt: instant(oldDueAt), newDueAt: instant(newDueAt), deliveredAt: instant(deliveredAt) };
}

export function presentWithdrawal({ state, reason, askedBy, askedAt, decidedAt, decisionNote }: WithdrawalRow): Shape<'withdrawals'> {
  return { state, reason, askedBy, askedAt: instant(askedAt), decidedAt: instant(decidedAt), decisionNote };
}
