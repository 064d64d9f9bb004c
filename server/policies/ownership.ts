import { Refusal } from '../domain/refusal';
import { type Actor, asCitizen, asSignedIn, asStaff, type CitizenActor, type StaffActor } from './actor';

/** A draft is its writer's alone until it is filed: to everybody else it does not exist. */
export function judgeOwnDraft(actor: Actor, draft: { accountId: string }): CitizenActor {
  const citizen = asCitizen(actor);
  if (draft.accountId !== citizen.accountId) throw new Refusal('not-found');
  return citizen;
}

/** An upload is reached by the account that began it, and by no other. */
export function judgeOwnUpload(actor: Actor, upload: { accountId: string }): StaffActor | CitizenActor {
  const owner = asSignedIn(actor);
  if (upload.accountId !== owner.accountId) throw new Refusal('not-found');
  return owner;
}

/** A batch of signatures is followed, and its PIN given again, by the one who asked for it and nobody else. */
export function judgeOwnBatch(actor: Actor, batch: { staffId: string }): StaffActor {
  const signer = asStaff(actor);
  if (batch.staffId !== signer.staffId) throw new Refusal('not-found');
  return signer;
}
