import { type ProcedureVersionContent } from './procedure';
import { Refusal, refuseUnless } from './refusal';

/** Whether dossiers bind anybody: in production a version counts only once an administrator has confirmed it with its decision. */
export type Stage = 'production' | 'demonstration';

/** The version that governs a filing, and whether somebody competent has confirmed it. */
export interface GoverningVersion {
  readonly content: Pick<ProcedureVersionContent, 'isVerified' | 'filing'>;
  readonly confirmedAt: Date | null;
}

/**
 * Whether a dossier may be filed on our own e-form. Refuses `channel-closed` with
 * the way that is open instead, and `procedure-unverified` in production.
 */
export function checkOnlineFiling({ content, confirmedAt }: GoverningVersion, stage: Stage): void {
  const { online } = content.filing;
  if (online.kind === 'outside') throw new Refusal('channel-closed', { instead: outside(online), address: online.address });
  if (online.kind === 'none') throw new Refusal('channel-closed', { instead: online.reason });
  refuseUnless(isFiledHere({ content, confirmedAt }, stage), 'procedure-unverified');
}

function outside({ name, address }: { name: string; address: string }) {
  return { vi: `Nộp tại ${name}: ${address}.`, en: `File it at ${name}: ${address}.` };
}

/** What no administrator has confirmed is for demonstrations only. */
export function isFiledHere({ content, confirmedAt }: GoverningVersion, stage: Stage): boolean {
  return stage === 'demonstration' || content.isVerified || confirmedAt !== null;
}
