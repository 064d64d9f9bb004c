import { type JournalFacts } from '../domain/journal';
import { noticeOf } from '../domain/telling';
import { type NoticeKind } from '../domain/words/notices';
import { openFeesOf } from '../store/fees';
import { type DossierRow } from '../store/models/dossier';
import { findLiveResult } from '../store/results';
import { type Context } from './context';
import { notify, type NoticeExtras } from './notify';

/** Has the applicant told of an act that has just gone on record, where it is one to tell of. Nothing else tells applicants. */
export async function tellApplicant(
  context: Context,
  dossier: DossierRow,
  { act, facts, opened }: { act: string; facts: JournalFacts; opened: readonly string[] },
): Promise<void> {
  const outcome = opened.includes('return-refusal') ? ((await findLiveResult(context.tx, dossier.id))?.outcome ?? null) : null;
  const { status, returnWay } = dossier;
  const kind = noticeOf({ act, facts, opened, status, returnWay, outcome });
  if (kind) await notify(context, dossier, kind, await extrasOf(context, dossier, kind, facts.detail ?? {}));
}

async function extrasOf(
  context: Context,
  dossier: DossierRow,
  kind: NoticeKind,
  { amountDong, parcel, codDong, promisedAt }: Record<string, unknown>,
): Promise<NoticeExtras> {
  if (kind === 'fee-due' && typeof amountDong === 'number') return { amountDong };
  if (kind === 'fee-due' || kind === 'result-ready') return { amountDong: await openAmount(context, dossier) };
  if (kind === 'apologised') return { dueAt: String(promisedAt) };
  return {
    ...(typeof parcel === 'string' ? { parcel } : {}),
    ...(typeof codDong === 'number' && codDong > 0 ? { amountDong: codDong } : {}),
  };
}

/** What is still to be paid; null where an amount waits for the council. */
async function openAmount(context: Context, { id }: DossierRow): Promise<number | null> {
  const amounts = (await openFeesOf(context.tx, id)).map(({ amountDong }) => amountDong);
  return amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
}
