import { type Transaction } from 'sequelize';
import { execute } from './rows';

/** Keeps the secret of a new authenticator; it counts only once a code from it has been seen. */
export async function setTotpSecret(tx: Transaction, accountId: string, secret: Buffer): Promise<void> {
  await execute(tx, 'update accounts set totp_secret = $2, totp_confirmed_at = null, totp_last_step = null where id = $1', [
    accountId,
    secret,
  ]);
}

export async function confirmTotp(tx: Transaction, accountId: string, at: Date): Promise<void> {
  await execute(tx, 'update accounts set totp_confirmed_at = $2 where id = $1 and totp_secret is not null', [accountId, at]);
}

export async function removeTotp(tx: Transaction, accountId: string): Promise<void> {
  await execute(tx, 'update accounts set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = $1', [accountId]);
}

/** Uses up the time step of a code, once. Answers false where this step or a later one was used already: the code is a replay (RFC 6238, 5.2). */
export async function useTotpStep(tx: Transaction, accountId: string, step: number): Promise<boolean> {
  const touched = await execute(
    tx,
    'update accounts set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)',
    [accountId, step],
  );
  return touched === 1;
}

/** Gives an account new recovery codes; the former ones are void. */
export async function replaceRecoveryCodes(tx: Transaction, accountId: string, codeHashes: readonly string[]): Promise<void> {
  await execute(tx, 'delete from recovery_codes where account_id = $1', [accountId]);
  await execute(tx, 'insert into recovery_codes (account_id, code_hash) select $1::uuid, unnest($2::text[])', [accountId, codeHashes]);
}

/** Uses up one recovery code. Answers false where it is unknown or used. */
export async function useRecoveryCode(
  tx: Transaction,
  { accountId, codeHash, at }: { accountId: string; codeHash: string; at: Date },
): Promise<boolean> {
  const touched = await execute(tx, 'update recovery_codes set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null', [
    accountId,
    codeHash,
    at,
  ]);
  return touched === 1;
}
