import { type Context } from '../../casework/context';
import { type FailedSignIn, recordFailedSignIn } from '../../commands/access/record-failed-sign-in';
import { Refusal } from '../../domain/refusal';
import { countSignIn, lockedOut } from '../../http/tries';
import { type Credentials } from '../../queries/access/credentials';
import { addressLockSeconds } from '../../queries/access/try-lock';
import { type EntryParts } from './entry-parts';

/** Of an act without an idempotency key: each call is a transaction of its own. */
type Perform = <Answer>(command: (context: Context) => Promise<Answer>) => Promise<Answer>;
type Shown = { found: Credentials | undefined; userName: string; password: string; addressPrefix: string };

/**
 * Judges a password that was typed, within the limits of tries. Answers the
 * account it opens; refuses `locked-out`, and `sign-in-failed` for every reason
 * alike, after it is on record.
 */
export async function provePassword(parts: EntryParts, perform: Perform, shown: Shown): Promise<Credentials> {
  const { found, userName, password, addressPrefix } = shown;
  const fail = (why: FailedSignIn['why']) => failSignIn(perform, { accountId: found?.accountId ?? null, why, addressPrefix });
  const shut = await perform((context) => addressLockSeconds(context, addressPrefix));
  if (shut !== null) throw lockedOut(shut);
  const seconds = await countSignIn(parts.door, found?.accountId ?? parts.door.digestOf(`user ${userName}`));
  if (seconds !== null) {
    await perform((context) => recordFailedSignIn(context, { accountId: found?.accountId ?? null, why: 'locked', addressPrefix }));
    throw lockedOut(seconds);
  }
  const isRight = await parts.passwords.isRight(found?.passwordHash ?? null, password);
  if (!found) return fail('unknown');
  if (!isRight) return fail('password');
  return found.isDisabled ? fail('disabled') : found;
}

export async function failSignIn(perform: Perform, failed: FailedSignIn): Promise<never> {
  await perform((context) => recordFailedSignIn(context, failed));
  throw new Refusal('sign-in-failed');
}
