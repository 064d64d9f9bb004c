import { type Context } from '../casework/context';
import { findServiceTask } from '../casework/find-service-task';
import { foreseeNumber } from '../casework/take-number';
import { recordLetter } from '../commands/letters/record-letter';
import { type LetterOrder } from '../domain/letter';
import { PassedNumber } from '../domain/passed-number';
import { CENTRE_FIELD } from '../domain/signing-record';
import { keepWhole } from '../files/read-whole';
import { letterMaterial, type LetterMaterial } from '../queries/letters/letter-material';
import { type Signer } from '../signing/signer';
import { type CertificateRow } from '../store/models/certificate';
import { affixSignature, type Affixed, type PaperDesk } from './affix-signature';
import { type Delivery } from './outbox-runner';

export type LetterRoom = {
  desk: PaperDesk;
  /** Opens the server certificate of a centre: its secret is the installation's own, no person's PIN. */
  openSeal: (certificate: CertificateRow) => Signer;
};

/** How often the next number is looked at anew when other letters are faster. */
const MOST_TRIES = 20;

/** Draws a letter, seals it with the centre's own server certificate, and puts it on record; the entry ends in that same act. */
export async function makeLetter(room: LetterRoom, delivery: Delivery, order: LetterOrder): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await makeOnce(room, delivery, order);
    } catch (fault) {
      if (!(fault instanceof PassedNumber) || tried >= MOST_TRIES) throw fault;
    }
  }
}

async function makeOnce(room: LetterRoom, { perform, finish, entry }: Delivery, order: LetterOrder): Promise<void> {
  const { executionId } = entry;
  const gathered = await perform((context) => gather(context, order, executionId));
  if (!gathered) return finish(async () => undefined);
  const { material, numbering } = gathered;
  const facts = numbering ? { ...material.facts, number: numbering.numberText } : material.facts;
  const drawn = Buffer.from(await room.desk.paper.render({ template: material.template.content, facts }));
  const sealed = material.seal ? await seal(room, drawn, material, material.seal) : undefined;
  const file = sealed?.file ?? (await keepWhole(room.desk.files, drawn));
  await finish((context) =>
    recordLetter(context, {
      order,
      executionId,
      templateVersionId: material.template.id,
      facts,
      file,
      isSealed: sealed !== undefined,
      numbering,
    }),
  );
}

/** Nothing, where the dossier has gone on without the letter that its diagram waited for. */
async function gather(context: Context, order: LetterOrder, executionId: string | null) {
  if (executionId !== null && !(await findServiceTask(context, { dossierId: order.dossierId, executionId }))) return undefined;
  const material = await letterMaterial(context, order);
  const numbering = material.book ? await foreseeNumber(context, material.book) : null;
  return { material, numbering };
}

async function seal(
  room: LetterRoom,
  drawn: Buffer,
  { centreName, anchors, at }: LetterMaterial,
  certificate: CertificateRow,
): Promise<Affixed> {
  return affixSignature(room.desk, room.openSeal(certificate), {
    before: drawn,
    field: CENTRE_FIELD,
    fills: {},
    certificate: certificate.certificate,
    imageSha256: certificate.imageSha256,
    signedBy: centreName,
    reason: 'Ký số văn bản của Trung tâm',
    at,
    earlier: [],
    anchors,
  });
}
