import { createHash } from 'node:crypto';
import { type Context } from '../../server/casework/context';
import { attachUpload } from '../../server/commands/drafts/attach-upload';
import { beginUpload } from '../../server/commands/drafts/begin-upload';
import { chooseReturn } from '../../server/commands/drafts/choose-return';
import { createDraft } from '../../server/commands/drafts/create-draft';
import { saveSection } from '../../server/commands/drafts/save-section';
import { submitDraft, type Submitted } from '../../server/commands/drafts/submit-draft';
import { beginDossierUpload } from '../../server/commands/intake/begin-dossier-upload';
import { type FormDefinition } from '../../server/forms/definition';
import { type CitizenActor, type StaffActor } from '../../server/policies/actor';
import { readDraft } from '../../server/store/drafts';
import { copiesAnswers } from '../forms/right-answers';
import { formOfProcedure, type OneStop } from './one-stop';

export type Answered = Record<string, unknown>;
export type FilingWish = {
  procedureCode?: string;
  caseKey?: string;
  answers?: Answered;
  communeCode?: string;
  returnWay?: 'counter' | 'online' | 'post';
  papers?: string[];
  /** Where it is not the form of the modelled procedure. */
  form?: FormDefinition;
};

/** One's own record: what the person signed in would write. */
export function ownAnswers(citizen: { name: string }, more: Answered = {}): Answered {
  const { requesterAddress, requesterPhone, registeredOffice, registeredOn, truth } = copiesAnswers;
  return {
    requesterName: citizen.name,
    requesterAddress,
    requesterPhone,
    subjectBornOn: '1990',
    subjectSex: 'female',
    eventKind: 'birth',
    documentKind: 'extract',
    registeredOffice,
    registeredOn,
    copies: '3',
    resultKind: 'electronic',
    truth,
    ...more,
  };
}

/** Begins a draft and fills it in, page by page, as far as the answers go. */
export async function draftOf(town: OneStop, citizen: CitizenActor, wish: FilingWish = {}): Promise<string> {
  const { procedureCode = '2.000635', caseKey = 'own', communeCode = '18073', returnWay = 'online', papers = [] } = wish;
  const answers = wish.answers ?? ownAnswers(citizen);
  const stage = 'demonstration';
  const draftId = await town.act(citizen, (context) => createDraft(context, { procedureCode, caseKey, communeCode, stage }));
  for (const page of (wish.form ?? formOfProcedure(procedureCode)).pages) {
    const known = page.fields
      .filter(({ id, type }) => type !== 'attachment' && answers[id] !== undefined)
      .map(({ id }) => [id, answers[id]] as const);
    if (known.length === 0) continue;
    await town.act(citizen, async (context) => {
      const { version } = await readDraft(context.tx, draftId);
      await saveSection(context, { draftId, section: page.id, expectedVersion: version, answers: Object.fromEntries(known) });
    });
  }
  for (const componentKey of papers) await handIn(town, citizen, { draftId, componentKey });
  await town.act(citizen, async (context) => {
    const { version } = await readDraft(context.tx, draftId);
    const address =
      returnWay === 'post'
        ? { street: 'Số 18', communeCode: '18073', province: 'Hà Tĩnh', receiver: citizen.name, phone: '0912345678' }
        : null;
    await chooseReturn(context, { draftId, expectedVersion: version, way: returnWay, address, paysOnDelivery: false });
  });
  return draftId;
}

export async function submitted(town: OneStop, citizen: CitizenActor, draftId: string, key?: string): Promise<Submitted> {
  const stage = 'demonstration';
  return town.act(
    citizen,
    async (context) => {
      const { version } = await readDraft(context.tx, draftId);
      return submitDraft(context, { draftId, expectedVersion: version, hasConsented: true, stage });
    },
    key,
  );
}

/** Fills in and files; answers the dossier's id. */
export async function fileOnline(town: OneStop, citizen: CitizenActor, wish: FilingWish = {}): Promise<string> {
  return (await submitted(town, citizen, await draftOf(town, citizen, wish))).dossierId;
}

/** A file that was judged and found good, put into a paper. Its bytes are not asked for here. */
export async function handIn(
  town: OneStop,
  actor: CitizenActor | StaffActor,
  where: { componentKey: string } & ({ draftId: string } | { dossierId: string }),
): Promise<string> {
  const sha256 = createHash('sha256')
    .update(`${JSON.stringify(where)} ${(count += 1)}`)
    .digest('hex');
  const file = { componentKey: where.componentKey, name: 'giấy tờ.pdf', size: 1000, sha256 };
  const begin = (context: Context) =>
    'draftId' in where
      ? beginUpload(context, { draftId: where.draftId, ...file })
      : beginDossierUpload(context, { dossierId: where.dossierId, ...file });
  const uploadId = await town.act(actor, begin);
  const judged = { sha256, bytes: 1000, kind: 'application/pdf', pageCount: 1, scan: 'unscanned', inspection: {} } as const;
  return town.act(actor, (context) => attachUpload(context, { uploadId, judged }));
}

let count = 0;
