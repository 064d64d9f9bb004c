import { useRecoveryCode, useTotpStep } from '../store/second-factors';
import { type Context } from './context';

/** The second factor as it was shown: a time step of the authenticator, a recovery code by its hash, or none. */
export type ShownFactor = { kind: 'none' } | { kind: 'totp'; step: number } | { kind: 'recovery'; codeHash: string };

/** Uses up a code, once (RFC 6238, 5.2). False where it was used before, or is unknown. */
export async function useFactor(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { accountId, factor }: { accountId: string; factor: Exclude<ShownFactor, { kind: 'none' }> },
): Promise<boolean> {
  return factor.kind === 'totp'
    ? useTotpStep(tx, accountId, factor.step)
    : useRecoveryCode(tx, { accountId, codeHash: factor.codeHash, at: now });
}
