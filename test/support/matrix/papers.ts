import { type Client } from '../client';
import { ownAnswers } from '../filing';
import { formOfProcedure } from '../one-stop';
import { EXTRACT, LAWYER } from '../modelled-procedures';
import { announced, bringPaper, sendPaper } from './stands';

/** What somebody has begun: a draft with papers, one that is ready to be filed, and uploads under way. */
export type Papers = {
  /** With a file in it. */
  draftId: string;
  fileId: string;
  readyId: string;
  uploads: Uploads;
};
export type Uploads = {
  /** Announced; nothing was sent yet. */
  announced: string;
  /** All of it has arrived. */
  sent: string;
};

export const PAPER_OF_DRAFT = 'employment-contract';

/** Drafts and uploads of one citizen. */
export async function enterPapers(client: Client, name: string): Promise<Papers> {
  const begin = async (body: object) => (await client.post('/api/drafts', body)).body.draft as { id: string; version: number };
  const { id: draftId } = await begin({ procedureCode: LAWYER, caseKey: 'registration' });
  const fileId = await bringPaper(client, `/api/drafts/${draftId}/uploads`, PAPER_OF_DRAFT);
  const ready = await begin({ procedureCode: EXTRACT, caseKey: 'own', communeCode: '18073' });
  await fillIn(client, ready, ownAnswers({ name }));
  return { draftId, fileId, readyId: ready.id, uploads: await enterUploads(client, `/api/drafts/${draftId}/uploads`, PAPER_OF_DRAFT) };
}

export async function enterUploads(client: Client, uploads: string, componentKey?: string): Promise<Uploads> {
  const other = { ...announced(componentKey), sha256: 'a'.repeat(64) };
  const begun = await client.post(uploads, other);
  return { announced: begun.body.upload.id as string, sent: await sendPaper(client, uploads, componentKey) };
}

async function fillIn(client: Client, draft: { id: string; version: number }, answers: Record<string, unknown>): Promise<void> {
  let { version } = draft;
  for (const page of formOfProcedure(EXTRACT).pages) {
    const known = page.fields.flatMap(({ id, type }) => (type === 'attachment' || answers[id] === undefined ? [] : [[id, answers[id]]]));
    if (!known.length) continue;
    const section = { expectedVersion: version, answers: Object.fromEntries(known) as object };
    version = (await client.put(`/api/drafts/${draft.id}/sections/${page.id}`, section)).body.draft.version as number;
  }
  await client.put(`/api/drafts/${draft.id}/return`, { expectedVersion: version, way: 'counter' });
}
