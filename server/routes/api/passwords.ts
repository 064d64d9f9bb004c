import { type Router } from 'express';
import { changePassword } from '../../commands/access/change-password';
import { registerCitizen } from '../../commands/access/register-citizen';
import { accessEndpoints } from '../../contract/access';
import { judgeNewPassword, leastPasswordLength } from '../../domain/password-rule';
import { refuseUnless } from '../../domain/refusal';
import { addressPrefixOf } from '../../http/address';
import { serveVisit } from '../../http/serve';
import { signedIn } from '../../http/signed-in';
import { limitRegistrations } from '../../http/tries';
import { credentialsById } from '../../queries/access/credentials';
import { type EntryParts } from './entry-parts';
import { provePassword } from './prove-password';

/** Passwords are hashed here, before the transaction that keeps them. */
export function passwordRoutes(router: Router, parts: EntryParts): void {
  const { door, passwords } = parts;

  serveVisit(router, door, accessEndpoints.changePassword, async ({ request, input, visitor, read, perform }) => {
    const { accountId, sessionId } = signedIn(visitor);
    const { currentPassword, newPassword } = input.body;
    const found = await read((reader) => credentialsById(reader, accountId));
    const { userName } = found;
    await provePassword(parts, perform, { found, userName, password: currentPassword, addressPrefix: addressPrefixOf(request) });
    refuseUnless(newPassword !== currentPassword, 'password-same');
    judgeNewPassword(newPassword, { userName, leastLength: leastPasswordLength(found.factorSecret !== null) });
    const toHash = await passwords.hash(newPassword);
    await perform((context) => changePassword(context, { accountId, sessionId, fromHash: found.passwordHash, toHash }));
    return null;
  });

  serveVisit(router, door, accessEndpoints.registerCitizen, async ({ request, input, perform }) => {
    const { password, ...who } = input.body;
    const addressPrefix = addressPrefixOf(request);
    await limitRegistrations(door, addressPrefix);
    judgeNewPassword(password, { userName: who.userName, leastLength: leastPasswordLength(false) });
    const passwordHash = await passwords.hash(password);
    return perform((context) => registerCitizen(context, { ...who, passwordHash, addressPrefix }));
  });
}
