import { type StaffDuty } from '../duties';
import { refuseUnless } from '../refusal';
import { type NationalStatus } from '../status';

/** A refusal at intake: form 03 with its reason, signed by whom the version names. */
export interface IntakeRefusal {
  readonly status: NationalStatus;
  readonly reason: string;
  /** those of the person who signs */
  readonly signerDuties: readonly StaffDuty[];
  /** the clerk, or the head of the centre (civil status) */
  readonly versionSigner: 'clerk' | 'centre-head';
}

/** A dossier is refused at intake only while nobody has accepted it, with a reason, by the signer of the version (NĐ 61/2018 Art. 17.1b). */
export function checkIntakeRefusal({ status, reason, signerDuties, versionSigner }: IntakeRefusal): void {
  refuseUnless(status === 1, 'step-not-open');
  refuseUnless(reason.trim(), 'reason-missing');
  refuseUnless(signerDuties.includes(versionSigner), 'not-permitted');
}

/** A refusal or stop after appraisal, proposed by the officer. */
export interface AppraisalRefusal {
  readonly reason: string;
  /** the clause of law: a technical error is no reason */
  readonly ground: string;
}

/** A refusal after appraisal names its reason and its clause (NĐ 61/2018 Art. 19.8). */
export function checkAppraisalRefusal({ reason, ground }: AppraisalRefusal): void {
  refuseUnless(reason.trim(), 'reason-missing');
  refuseUnless(ground.trim(), 'ground-missing');
}
