import { LAWYER } from '../../modelled-procedures';
import { PAPER_OF_DRAFT } from '../papers';
import { ADDRESS } from '../walk';
import { announced, BYTES, IDENTITY_COPY, PAPER } from '../stands';
import { type Uploads } from '../papers';
import { type Who } from '../actors';
import { type World } from '../world';
import { type Ask, type Asking, papersFor } from './ask';

const onDraft =
  (body: object = {}, which: 'draftId' | 'readyId' = 'draftId'): Asking =>
  async (world, who) => {
    const draftId = papersFor(world, who)[which];
    return { params: { draftId }, body: { ...body, expectedVersion: await world.draftVersionOf(draftId) } };
  };
const bare =
  (body: object = {}): Asking =>
  (world, who) => ({ params: { draftId: papersFor(world, who).draftId }, body });

/** An upload of the knocker's own; the clerk's, for everybody else at the office but the officer. */
const onUpload =
  (which: keyof Uploads, more: (world: World) => Ask = () => ({ body: {} }), offset: Record<string, string> = {}): Asking =>
  (world, who) => ({ ...more(world), params: { uploadId: uploadsFor(world, who)[which], ...offset } });

function uploadsFor(world: World, who: Who): Uploads {
  if (who.actor === 'citizen' || who.actor === 'unverified') return papersFor(world, who).uploads;
  return who.actor === 'officer' ? world.officerUploads : world.clerkUploads;
}

export const draftAsks: Record<string, Asking> = {
  createDraft: () => ({ body: { procedureCode: LAWYER, caseKey: 'registration' } }),
  readDraft: bare(),
  listDrafts: (world, who) => ({
    shows: (body) => (body as { items: { id: string }[] }).items.some(({ id }) => id === papersFor(world, who).draftId),
  }),
  saveSection: async (world, who) => {
    const { body, params } = await onDraft({ answers: {} }, 'readyId')(world, who);
    return { body: body!, params: { ...params, section: 'requester' } };
  },
  choosePlace: onDraft({ communeCode: '18073' }, 'readyId'),
  chooseReturn: onDraft({ way: 'post', address: ADDRESS }),
  discardDraft: bare(),
  removeFile: (world, who) => {
    const { draftId, fileId } = papersFor(world, who);
    return { params: { draftId, componentKey: PAPER_OF_DRAFT, fileId }, body: {} };
  },
  submitDraft: onDraft({ consent: true }, 'readyId'),
  beginUpload: bare({ ...announced(PAPER_OF_DRAFT), size: 77 }),
  beginDossierUpload: ({ stands }) => ({ params: { dossierId: stands.incomplete.id }, body: { ...announced(IDENTITY_COPY), size: 77 } }),
  removeDossierFile: async ({ stands, office }) => {
    const [rows] = await office.sequelize.query('select file_id from uploads where dossier_id = $1 and file_id is not null', {
      bind: [stands.incomplete.id],
    });
    const { file_id: fileId } = (rows as { file_id: string }[])[0]!;
    return { params: { dossierId: stands.incomplete.id, componentKey: IDENTITY_COPY, fileId }, body: {} };
  },
  readUpload: onUpload('announced'),
  sendUploadPart: onUpload('announced', () => ({ raw: PAPER, headers: BYTES }), { offset: '0' }),
  finishUpload: onUpload('sent'),
};
