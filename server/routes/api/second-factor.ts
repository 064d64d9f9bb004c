import { type Router } from 'express';
import { enrolSecondFactor } from '../../commands/access/enrol-second-factor';
import { accessEndpoints } from '../../contract/access';
import { Refusal } from '../../domain/refusal';
import { addressPrefixOf } from '../../http/address';
import { openEnrolment, sealEnrolment } from '../../http/enrolment';
import { factorStepOf, factorUri, makeFactorSecret, makeRecoveryCodes, sealFactorSecret, shownFactor } from '../../http/second-factor';
import { serveVisit } from '../../http/serve';
import { countSignIn, lockedOut } from '../../http/tries';
import { signedIn } from '../../http/signed-in';
import { credentialsById } from '../../queries/access/credentials';
import { spendFactor } from '../../commands/access/spend-factor';
import { type EntryParts } from './entry-parts';
import { failSignIn, provePassword } from './prove-password';

/**
 * An authenticator is enrolled in two steps: the secret is shown, then its first
 * code proves that it arrived. Until then the page carries it, sealed; the
 * account keeps the factor that it has.
 */
export function secondFactorRoutes(router: Router, parts: EntryParts): void {
  const { door, keys, clock } = parts;

  serveVisit(router, door, accessEndpoints.beginSecondFactor, async ({ request, input, visitor, read, perform }) => {
    const { accountId, sessionId } = signedIn(visitor);
    const addressPrefix = addressPrefixOf(request);
    const found = await read((reader) => credentialsById(reader, accountId));
    await provePassword(parts, perform, { found, userName: found.userName, password: input.body.password, addressPrefix });
    const shown = shownFactor(keys, found, input.body.code, clock.now());
    const isShown = shown && (await perform((context) => spendFactor(context, { accountId, factor: shown })));
    if (!isShown) return failSignIn(perform, { accountId, why: 'code', addressPrefix });
    const secret = makeFactorSecret();
    const enrolment = sealEnrolment(keys, { sessionId, secret }, clock.now());
    return { uri: factorUri(secret, found.userName), secret, enrolment };
  });

  serveVisit(router, door, accessEndpoints.confirmSecondFactor, async ({ request, input, visitor, perform }) => {
    const { accountId, sessionId } = signedIn(visitor);
    const seconds = await countSignIn(door, accountId);
    if (seconds !== null) throw lockedOut(seconds);
    const secret = openEnrolment(keys, { sessionId, enrolment: input.body.enrolment }, clock.now());
    if (secret === undefined) throw new Refusal('sign-in-failed');
    const step = factorStepOf(secret, input.body.code, clock.now());
    if (step === undefined) return failSignIn(perform, { accountId, why: 'code', addressPrefix: addressPrefixOf(request) });
    const { codes, hashes } = makeRecoveryCodes(keys, accountId);
    const sealedSecret = sealFactorSecret(keys, accountId, secret);
    await perform((context) => enrolSecondFactor(context, { accountId, sessionId, sealedSecret, step, recoveryHashes: hashes }));
    return { recoveryCodes: codes };
  });
}
