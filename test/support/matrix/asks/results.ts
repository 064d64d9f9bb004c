import { PIN } from '../../certificates';
import { type Answer } from '../../client';
import { EXTRACT_FACTS } from '../../modelled-procedures';
import { type Who } from '../actors';
import { type Stand } from '../walk';
import { type World } from '../world';
import { announced, COUNTED } from '../stands';
import { type Ask, type Asking, nothing, ofDossier, onDossier } from './ask';

type Shown = { id: string; nextSha256: string };

/** The document of a dossier, as its own officer sees it. */
async function resultOf({ office }: World, { id }: Stand): Promise<Shown> {
  const { body } = await office.as('officer', { place: 'commune', who: '' }).get(`/api/dossiers/${id}/results`);
  return (body as { results: Shown[] }).results[0]!;
}

const ofResult =
  (choose: (stands: World['stands']) => Stand): Asking =>
  async (world) => ({ params: { resultId: (await resultOf(world, choose(world.stands))).id } });

/** A leader asks to sign what waits for a signature, a clerical officer to seal what is signed. */
async function askToSign(world: World, { actor }: Who): Promise<Ask> {
  const kind = actor === 'clerical-officer' ? 'seal' : 'sign';
  const { id: resultId, nextSha256: expectedSha256 } = await resultOf(world, world.stands[kind === 'seal' ? 'toSeal' : 'toSign']);
  return { body: { kind, pin: PIN, items: [{ resultId, expectedSha256 }] }, refusalIn };
}

/** A batch answers item by item: what was refused is said there. */
function refusalIn({ body }: Answer): string | undefined {
  const { batch } = body as { batch?: { items: { refusal: { code: string } | null }[] } };
  return batch?.items[0]?.refusal?.code;
}

/** The batch in which the dossier of the book keeper was signed or sealed. */
async function batchFor({ office, stands }: World, { actor }: Who): Promise<Record<string, string>> {
  const role = actor === 'clerical-officer' ? 'agency' : 'leader';
  const [rows] = await office.sequelize.query('select batch_id from signature_requests where dossier_id = $1 and role = $2', {
    bind: [stands.toBook.id, role],
  });
  return { batchId: (rows as { batch_id: string }[])[0]!.batch_id };
}

const signer = async ({ office }: World) => (await office.staff('leader', { place: 'commune', who: '' })).staffId;

/** From the proposal to the sealed result. */
export const resultAsks: Record<string, Asking> = {
  proposeOutcome: onDossier(({ draft }) => draft, { outcome: 'grant', resultFacts: EXTRACT_FACTS }),
  previewResult: ofResult(({ draftShown }) => draftShown),
  reviewProposal: onDossier(({ toReview }) => toReview, { isAgreed: true }),
  nameSigner: async (world, who) => onDossier(({ toSign }) => toSign, { staffId: await signer(world) })(world, who),
  listResults: ofDossier(({ returned }) => returned),
  readResultFile: ofResult(({ returned }) => returned),
  readSigningRecord: ofResult(({ returned }) => returned),
  listTrustAnchors: nothing,
  requestSignatures: askToSign,
  readSignatureBatch: async (world, who) => ({ params: await batchFor(world, who) }),
  resumeBatch: async (world, who) => ({ params: await batchFor(world, who), body: { pin: PIN } }),
  sendBackFromSignature: onDossier(({ toSign }) => toSign, { reason: 'Sai tên' }),
  voidSignature: onDossier(({ toSeal }) => toSeal, { reason: 'Sai tên' }),
  readPrintFile: ofResult(({ toSignByHand }) => toSignByHand),
  printOriginal: onDossier(({ toPrint }) => toPrint, COUNTED),
  recordWetSignature: onDossier(({ toSignByHand }) => toSignByHand, { ...COUNTED, decision: 'signed' }),
  recordWetSeal: onDossier(({ toSealByHand }) => toSealByHand, { ...COUNTED, decision: 'sealed' }),
  beginScan: ({ stands }) => ({ params: { dossierId: stands.toScan.id }, body: { ...announced(), size: 77 } }),
  scanBack: async (world, who) => onDossier(({ scanned }) => scanned, { fileId: await scanOf(world) })(world, who),
  enterBook: onDossier(({ toBook }) => toBook),
  deliverToCentre: onDossier(({ toDeliver }) => toDeliver),
  confirmResult: onDossier(({ toConfirm }) => toConfirm),
  answerDraft: onDossier(({ draftShown }) => draftShown, { isAgreed: true }),
  typeSectorNumber: onDossier(({ sector }) => sector, { number: '042-9' }),
  checkSectorNumber: onDossier(({ sectorTyped }) => sectorTyped, { number: '042-1' }),
  reprintLetter: async (world) => ({ params: { letterId: await letterOf(world) }, body: {} }),
};

/** The scan that was brought and not looked at yet. */
async function scanOf({ office, stands }: World): Promise<string> {
  const [rows] = await office.sequelize.query('select file_id from uploads where dossier_id = $1 and file_id is not null', {
    bind: [stands.scanned.id],
  });
  return (rows as { file_id: string }[])[0]!.file_id;
}

/** The receipt that was printed for the dossier the officer is to take over. */
export async function letterOf({ office, stands }: World): Promise<string> {
  const [rows] = await office.sequelize.query('select id from letters where dossier_id = $1', { bind: [stands.takeOver.id] });
  return (rows as { id: string }[])[0]!.id;
}
