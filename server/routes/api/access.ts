import { Router } from 'express';
import { type Context } from '../../casework/context';
import { endOwnSession } from '../../commands/access/end-own-session';
import { takeUpPost } from '../../commands/access/take-up-post';
import { verifyAccount } from '../../commands/access/verify-account';
import { accessEndpoints } from '../../contract/access';
import { type Me } from '../../contract/access-shapes';
import { csrfTokenOf } from '../../http/csrf';
import { serve, serveVisit } from '../../http/serve';
import { signedIn } from '../../http/signed-in';
import { mySessions } from '../../queries/access/my-sessions';
import { searchAccounts } from '../../queries/access/search-accounts';
import { whoAmI } from '../../queries/access/who-am-i';
import { type EntryParts } from './entry-parts';
import { identityRoutes } from './identity';
import { passwordRoutes } from './passwords';
import { secondFactorRoutes } from './second-factor';
import { sessionRoutes } from './sessions';

/** The door of the house: sign-in, sessions, posts, accounts. */
export function accessRoutes(parts: EntryParts): Router {
  const router = Router();
  const { door, keys, entrance } = parts;
  const me = async (context: Context): Promise<Me> => {
    const { sessionId } = signedIn(context);
    return { ...(await whoAmI(context, sessionId)), csrf: csrfTokenOf(keys, sessionId) };
  };

  sessionRoutes(router, parts);
  passwordRoutes(router, parts);
  secondFactorRoutes(router, parts);
  identityRoutes(router, parts);

  serveVisit(router, door, accessEndpoints.signOut, async ({ request, response, perform }) => {
    await perform((context) => endOwnSession(context, { ...signedIn(context), why: 'signed-out' }));
    entrance.dismiss(request, response);
    return null;
  });
  serve(router, door, accessEndpoints.listSessions, async (context) => {
    const { accountId, sessionId } = signedIn(context);
    return { items: await mySessions(context, { accountId, currentId: sessionId }) };
  });
  serve(router, door, accessEndpoints.endSession, async (context, { params }) => {
    await endOwnSession(context, { accountId: signedIn(context).accountId, ...params, why: 'ended-by-owner' });
    return null;
  });
  serve(router, door, accessEndpoints.whoAmI, me);
  serve(router, door, accessEndpoints.switchPost, async (context, { body }) => {
    await takeUpPost(context, body);
    return me(context);
  });
  serve(router, door, accessEndpoints.searchAccounts, async (context, { body }) => ({
    items: await searchAccounts(context, body.userName),
  }));
  serve(router, door, accessEndpoints.verifyAccount, async (context, { params, body }) => {
    const { id, displayName, userName } = await verifyAccount(context, { ...params, ...body });
    return { accountId: id, displayName, userName: userName ?? '', isVerified: true };
  });
  return router;
}
