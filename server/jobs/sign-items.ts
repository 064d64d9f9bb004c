import { type Act, type Perform } from '../casework/perform';
import { type Clock } from '../casework/parts';
import { prepareSigning } from '../commands/results/prepare-signing';
import { recordSeal } from '../commands/results/record-seal';
import { recordSignature } from '../commands/results/record-signature';
import { refuseSigning } from '../commands/results/refuse-signing';
import { PassedNumber } from '../domain/passed-number';
import { Refusal } from '../domain/refusal';
import { SIGNING_LEASE_MS } from '../domain/signing-kind';
import { FileChanged, readWhole } from '../files/read-whole';
import { type StaffActor, type SystemActor } from '../policies/actor';
import { type KeyRing, type OpenedKey } from '../signing/key-ring';
import { claimRequests, finishedBatches, lapseRequests, putBackRequest } from '../store/signing-requests';
import { type SignatureRequestRow } from '../store/models/signature-request';
import { affixSignature, type PaperDesk } from './affix-signature';

export type SigningRoom = {
  perform: Perform;
  clock: Clock;
  keys: KeyRing<StaffActor>;
  desk: PaperDesk;
  reportFault: (fault: unknown) => void;
};

const SIGNER: SystemActor = { kind: 'system', name: 'signing' };
const AT_ONCE = 8;
/** Side by side where they do not wait for one another's number. */
const LANES = 2;
/** Faults that are not the document's own; after so many it is refused, and a person looks. */
const MOST_ATTEMPTS = 5;
/** How often the next number is looked at anew when others are faster. */
const MOST_NUMBERS = 20;

/**
 * Signs and seals what waits, with the keys that are open in this process: each
 * document outside every lock, then recorded in one act in the name of the one
 * who gave the PIN. What nobody holds a key for any more waits for the PIN.
 * Answers how many documents it took up.
 */
export async function signItems(room: SigningRoom): Promise<number> {
  const { perform, clock, keys, reportFault } = room;
  const act: Act = { actor: SIGNER, endpoint: 'signing' };
  const now = clock.now();
  const { answer: taken } = await perform(act, async (context) => {
    await lapseRequests(context.tx, context.now);
    for (const batchId of await finishedBatches(context.tx, keys.batches(now))) keys.drop(batchId);
    const leaseUntil = new Date(context.now.getTime() + SIGNING_LEASE_MS);
    return claimRequests(context.tx, { batchIds: keys.batches(now), leaseUntil, limit: AT_ONCE });
  });
  await Promise.all(inLanes(taken).map((lane) => workThrough(lane)));
  return taken.length;

  async function workThrough(lane: readonly SignatureRequestRow[]): Promise<void> {
    for (const request of lane) {
      try {
        await signItem(room, request);
      } catch (fault) {
        if (!(fault instanceof Refusal)) reportFault(fault);
        await settle(fault, request);
      }
    }
  }

  async function settle(fault: unknown, { id, attempts }: SignatureRequestRow): Promise<void> {
    const refusal = refusalOf(fault);
    if (!refusal && attempts < MOST_ATTEMPTS) {
      await perform(act, ({ tx }) => putBackRequest(tx, id));
      return;
    }
    const { code, facts } = refusal ?? new Refusal('unavailable');
    // without its key it waits for the PIN as soon as its lease is over
    if (code !== 'pin-needed') await perform(act, (context) => refuseSigning(context, { requestId: id, code, facts }));
  }
}

/** A file that is not what its row says is never signed; trying again would not mend it. */
function refusalOf(fault: unknown): Refusal | undefined {
  if (fault instanceof FileChanged) return new Refusal('document-changed');
  return fault instanceof Refusal ? fault : undefined;
}

/** Seals of one agency follow one another, since each takes the number after the last; signatures wait for nobody. */
function inLanes(requests: readonly SignatureRequestRow[]): SignatureRequestRow[][] {
  const lanes = new Map<string, SignatureRequestRow[]>();
  requests.forEach((request, index) => {
    const name = request.role === 'agency' ? request.certificateId : `lane ${index % LANES}`;
    lanes.set(name, [...(lanes.get(name) ?? []), request]);
  });
  return [...lanes.values()];
}

async function signItem(room: SigningRoom, request: SignatureRequestRow): Promise<void> {
  const key = room.keys.use(request.batchId, room.clock.now());
  if (!key) throw new Refusal('pin-needed');
  for (let tried = 1; ; tried += 1) {
    try {
      return await signOnce(room, request, key);
    } catch (fault) {
      if (!(fault instanceof PassedNumber) || tried >= MOST_NUMBERS) throw fault;
    }
  }
}

async function signOnce({ perform, desk }: SigningRoom, { id }: SignatureRequestRow, key: OpenedKey<StaffActor>): Promise<void> {
  const act: Act = { actor: key.holder, endpoint: 'signing' };
  const { answer: work } = await perform(act, (context) => prepareSigning(context, id));
  const before = await readWhole(desk.files, work.before);
  const { file, shown } = await affixSignature(desk, key.signer, { ...work, before });
  const { dossierId, numbering, at } = work;
  const done = { requestId: id, dossierId, before: { sha256: work.before, length: before.length }, shown, at };
  await perform(act, (context) =>
    numbering ? recordSeal(context, { ...done, sealed: file, numbering }) : recordSignature(context, { ...done, signed: file }),
  );
}
