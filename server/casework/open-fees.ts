import { type FeeMoment } from '../domain/fees';
import { isDueBy } from '../domain/fee-settlement';
import { type JournalFacts } from '../domain/journal';
import { localDateOf } from '../domain/local-time';
import { feesOfVersion, type VersionFee } from '../domain/version-fees';
import { feeWords } from '../domain/words/fees';
import { feeLinesOf, insertFeeLines } from '../store/fees';
import { type FeeLineRow } from '../store/models/fee-line';
import { type Context } from './context';
import { type Case } from './read-case';

export type FeeFacts = NonNullable<JournalFacts['fees']>;

/**
 * Writes down what the pinned version asks for this dossier, once, at submission
 * or registration, before it is put into its diagram: the fees of that day govern
 * (R24, R48). What is due at filing is due from now on. Answers what the journal
 * of the same act has to say of them.
 */
export async function openFees(context: Context, { dossier, procedure }: Case): Promise<FeeFacts> {
  const opened = await feeLinesOf(context.tx, dossier.id);
  if (opened.length > 0) return [];
  const fees = feesOfVersion(procedure.fees, {
    channel: dossier.channel,
    submittedOn: localDateOf(dossier.submittedAt),
    answers: dossier.answers,
  });
  const lines = await insertFeeLines(
    context.tx,
    fees.map((fee) => ({ ...lineOf(fee), dossierId: dossier.id, state: stateAt(fee, 'filing'), createdAt: context.now })),
  );
  return factsOf(lines);
}

/** How the journal names fees: enough to fold them again. */
export function factsOf(lines: readonly Pick<FeeLineRow, 'key' | 'amountDong' | 'state'>[]): FeeFacts {
  return lines.map(({ key, amountDong, state }) => ({ key, amountDong, state })).sort((one, other) => (one.key < other.key ? -1 : 1));
}

function lineOf({ description, due }: VersionFee) {
  const { key, kind, name, wording, dueWhen, isRefundable, refundClause, account, perAnswer } = description;
  return {
    key,
    kind,
    name: name.vi,
    // the published wording is always shown with the amount, and how it comes about
    wording: perAnswer === null ? wording.vi : `${wording.vi} (${feeWords(due, 'vi')})`,
    amountDong: due.amountDong,
    dueWhen,
    isRefundable,
    refundClause: refundClause?.text ?? null,
    account,
    exemptGround: null,
    exemptedBy: null,
  };
}

/** A fee of nothing is paid by nobody. */
function stateAt({ description, due }: VersionFee, moment: FeeMoment): FeeLineRow['state'] {
  if (due.amountDong === 0) return 'settled';
  return isDueBy({ dueOn: description.dueWhen }, moment) ? 'due' : 'not-due';
}
