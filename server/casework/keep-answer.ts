import { Refusal, refuseUnless } from '../domain/refusal';
import { changeComponent, type FileOfComponent, filesOf } from '../store/components';
import { type SupplementRow } from '../store/models/supplement';
import { changeSupplement, supplementsOf } from '../store/supplements';
import { filesBroughtLater } from '../store/uploads';
import { type Context } from './context';
import { itemsOf } from './open-request';
import { paperOfDossier } from './paper-of-dossier';
import { type Case } from './read-case';

/** Papers that were brought to the counter, as the clerk counts them. */
export type PaperBrought = { componentKey: string; originals: number; certifiedCopies: number; photocopies: number };

/** One sending: corrected answers, files that were uploaded before, papers at the counter, a word beside. */
export type GivenAnswer = { answers: Readonly<Record<string, unknown>>; papers: readonly PaperBrought[]; note: string };

type Kept = { answers: Record<string, unknown>; files: string[]; papers: PaperBrought[]; note: string };

/**
 * Keeps an answer with its request. A request may be answered in several sendings,
 * online and on paper: it stays one request with one merged answer (E19). Whether
 * it is whole is for the clerk to say; only nothing at all is no answer. Answers
 * what the journal says of it.
 */
export async function keepAnswer(
  context: Context,
  subject: Case,
  request: SupplementRow,
  given: GivenAnswer,
): Promise<Record<string, unknown>> {
  const papers = await takePapers(context, subject, request, given.papers);
  const files = await takeFiles(context, subject);
  const isEmpty = Object.keys(given.answers).length + papers.length + files.length === 0;
  if (isEmpty) throw new Refusal('component-missing', { component: itemsOf(request)[0]?.what ?? '' });
  const before = (request.answer ?? {}) as Partial<Kept>;
  const merged: Kept = {
    answers: { ...before.answers, ...given.answers },
    files: [...(before.files ?? []), ...files],
    papers: [...(before.papers ?? []), ...papers],
    note: [before.note, given.note].filter(Boolean).join('\n'),
  };
  await changeSupplement(context.tx, request.id, { state: 'answered', answeredAt: context.now, answer: merged });
  return { answered: Object.keys(given.answers), files: files.length, papers, ...(given.note ? { note: given.note } : {}) };
}

/** Only staff count papers, and only those that the request names. */
async function takePapers(
  context: Context,
  subject: Case,
  request: SupplementRow,
  papers: readonly PaperBrought[],
): Promise<PaperBrought[]> {
  refuseUnless(papers.length === 0 || context.actor.kind === 'staff', 'not-permitted');
  for (const { componentKey, originals, certifiedCopies, photocopies } of papers) {
    const isNamed = itemsOf(request).some(({ kind, key }) => kind === 'component' && key === componentKey);
    refuseUnless(isNamed, 'item-not-open', { items: [componentKey] });
    const paper = await paperOfDossier(context, subject, componentKey);
    await changeComponent(context.tx, paper.id, {
      originals: paper.originals + originals,
      certifiedCopies: paper.certifiedCopies + certifiedCopies,
      photocopies: paper.photocopies + photocopies,
      checkState: 'unchecked',
      checkNote: null,
    });
  }
  return [...papers];
}

/** The files that came for this sending; their papers are to be looked at anew. */
async function takeFiles(context: Context, { dossier }: Case): Promise<string[]> {
  const came = await unansweredFiles(context, dossier.id);
  for (const componentId of new Set(came.map((file) => file.componentId)))
    await changeComponent(context.tx, componentId, { checkState: 'unchecked', checkNote: null });
  return came.map(({ id }) => id);
}

/** Files that were brought for an open request and are in no answer yet. */
export async function unansweredFiles({ tx }: Context, dossierId: string): Promise<FileOfComponent[]> {
  const brought = await filesBroughtLater(tx, dossierId);
  const answered = (await supplementsOf(tx, dossierId)).flatMap(({ answer }) => (answer as Partial<Kept> | null)?.files ?? []);
  return (await filesOf(tx, { dossierId })).filter(({ id }) => brought.has(id) && !answered.includes(id));
}
