import { Router } from 'express';
import { createStaff } from '../../commands/administration/create-staff';
import { disableAccount } from '../../commands/administration/disable-account';
import { endAuthority } from '../../commands/administration/end-authority';
import { endPost } from '../../commands/administration/end-post';
import { giveAuthority } from '../../commands/administration/give-authority';
import { givePost } from '../../commands/administration/give-post';
import { openBook } from '../../commands/administration/open-book';
import { recordOwnPeople } from '../../commands/administration/record-own-people';
import { recordContact } from '../../commands/administration/record-contact';
import { type CertificateKeeping, registerCertificate } from '../../commands/administration/register-certificate';
import { resetPassword } from '../../commands/administration/reset-password';
import { resetSecondFactor } from '../../commands/administration/reset-second-factor';
import { revokeCertificate } from '../../commands/administration/revoke-certificate';
import { trustAuthority } from '../../commands/administration/trust-authority';
import { administrationEndpoints } from '../../contract/administration';
import { judgeNewPassword, leastPasswordLength } from '../../domain/password-rule';
import { type Passwords } from '../../http/passwords';
import { type Doorway, serve, serveVisit } from '../../http/serve';
import { presentStaff } from '../../presenters/administration-staff';
import { listStaff } from '../../queries/administration/staff';

export type AdministrationParts = { door: Doorway; passwords: Passwords; keeping: CertificateKeeping };

/** Who works here, at which desk, with whose right to sign, and with which keys. */
export function administrationRoutes({ door, passwords, keeping }: AdministrationParts): Router {
  const router = Router();
  const doors = administrationEndpoints;
  passwordRoutes(router, { door, passwords });

  serve(router, door, doors.listStaff, async (context, { query }) => {
    const found = await listStaff(context, query);
    const isFull = found.length === query.limit;
    return { items: found.map(presentStaff), next: isFull ? (found.at(-1)?.member.id ?? null) : null };
  });
  serve(router, door, doors.recordOwnPeople, async (context, { params, body }) => done(recordOwnPeople(context, { ...params, ...body })));
  serve(router, door, doors.recordContact, async (context, { params, body }) => done(recordContact(context, { ...params, ...body })));
  serve(router, door, doors.resetSecondFactor, async (context, { params }) => done(resetSecondFactor(context, params)));
  serve(router, door, doors.disableAccount, async (context, { params, body }) => done(disableAccount(context, { ...params, ...body })));
  serve(router, door, doors.givePost, async (context, { params, body }) => ({ postId: await givePost(context, { ...params, ...body }) }));
  serve(router, door, doors.endPost, async (context, { params, body }) => done(endPost(context, { ...params, ...body })));
  serve(router, door, doors.giveAuthority, async (context, { params, body }) => ({
    authorityId: await giveAuthority(context, { ...params, ...body }),
  }));
  serve(router, door, doors.endAuthority, async (context, { params, body }) => done(endAuthority(context, { ...params, ...body })));
  serve(router, door, doors.trustAuthority, async (context, { body }) => {
    const certificate = Buffer.from(body.certificate, 'base64');
    return { anchorId: (await trustAuthority(context, { certificate, isDemonstration: false })).id };
  });
  serve(router, door, doors.registerCertificate, async (context, { body }) => {
    const { holding, pin } = body;
    const container = Buffer.from(body.container, 'base64');
    const image = body.image === null ? null : Buffer.from(body.image, 'base64');
    const { id } = await registerCertificate(context, { holding, container, pin, image, isDemonstration: false }, keeping);
    return { certificateId: id };
  });
  serve(router, door, doors.revokeCertificate, async (context, { params, body }) => {
    const untrustedSince = body.untrustedSince === null ? null : new Date(body.untrustedSince);
    return done(revokeCertificate(context, { ...params, reason: body.reason, untrustedSince }));
  });
  serve(router, door, doors.openBook, async (context, { body }) => done(openBook(context, body)));
  return router;
}

/** Passwords are hashed before the transaction that keeps them. */
function passwordRoutes(router: Router, { door, passwords }: { door: Doorway; passwords: Passwords }): void {
  serveVisit(router, door, administrationEndpoints.createStaff, async ({ input, perform }) => {
    const { oneTimePassword, ...who } = input.body;
    judgeNewPassword(oneTimePassword, { userName: who.userName, leastLength: leastPasswordLength(false) });
    const passwordHash = await passwords.hash(oneTimePassword);
    const staffId = await perform((context) => createStaff(context, { ...who, passwordHash, mustChangePassword: true }));
    return { staffId };
  });
  serveVisit(router, door, administrationEndpoints.resetPassword, async ({ input, perform }) => {
    const { oneTimePassword } = input.body;
    judgeNewPassword(oneTimePassword, { userName: '', leastLength: leastPasswordLength(false) });
    const passwordHash = await passwords.hash(oneTimePassword);
    return done(perform((context) => resetPassword(context, { ...input.params, passwordHash })));
  });
}

async function done(act: Promise<unknown>): Promise<null> {
  await act;
  return null;
}
