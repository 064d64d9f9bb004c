import { EXTRACT } from '../../modelled-procedures';
import { type Who } from '../actors';
import { HELD, type Holder, type World } from '../world';
import { type Asking, dossierTarget, nothing, ofDossier } from './ask';
import { letterOf } from './results';

const read = ofDossier(({ takeOver }) => takeOver);

/** What is published, and what is read of dossiers. A list is asked whether the dossier in question is on it. */
export const readAsks: Record<string, Asking> = {
  listProcedures: nothing,
  readProcedure: () => ({ params: { code: EXTRACT } }),
  listAgencies: nothing,
  listWork: ({ stands }, who) => ({ query: { size: '100' }, shows: dossierTarget(stands[waitingFor(who)].id) }),
  countWork: nothing,
  listColleagues: async (world, who) => ({ ...(await read(world, who)), query: { duty: 'officer' } }),
  searchDossiers: async (world) => {
    const { id, code } = await world.walking.dossier(world.stands.takeOver.id);
    return { body: { code }, shows: dossierTarget(id) };
  },
  readDossier: read,
  listMyDossiers: ({ stands }) => ({ query: { size: '100' }, shows: dossierTarget(stands.takeOver.id) }),
  readTimeline: read,
  readJournal: read,
  explainDueDate: read,
  readPosition: read,
  readDossierDiagram: read,
  readComponentFile: async ({ office, stands }) => {
    const [rows] = await office.sequelize.query('select file_id from uploads where dossier_id = $1 and file_id is not null', {
      bind: [stands.answered.id],
    });
    return { params: { fileId: (rows as { file_id: string }[])[0]!.file_id } };
  },
  listLetters: read,
  readLetterFile: async (world) => ({ params: { letterId: await letterOf(world) } }),
  trackDossier: async ({ walking, stands }) => ({ body: { code: (await walking.dossier(stands.takeOver.id)).code } }),
  readAccessLog: async (world: World) => {
    const dossierId = world.stands.takeOver.id;
    await world.office.as('officer', { place: 'commune', who: '' }).get(`/api/dossiers/${dossierId}`);
    return { query: { dossierId }, shows: dossierTarget(dossierId) };
  },
};

function waitingFor({ actor }: Who): (typeof HELD)[Holder] | 'filed' {
  return actor in HELD ? HELD[actor as Holder] : 'filed';
}
