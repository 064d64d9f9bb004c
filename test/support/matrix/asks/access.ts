import { PASSWORD } from '../../people';
import { nextCode } from '../../server';
import { type Asking, nothing } from './ask';
import { staffBehind } from './staff-behind';

const NEW_PASSWORD = 'cầu Linh Cảm bắc ngang sông La';

/** The door of the house: who knocks is who they are, or asks for somebody else's session or post. */
export const accessAsks: Record<string, Asking> = {
  readHealth: nothing,
  readReadiness: nothing,
  readOpenApi: nothing,
  signIn: async ({ office }) => ({ body: { userName: (await office.citizen('stranger')).userName, password: PASSWORD } }),
  refreshSession: nothing,
  signOut: nothing,
  listSessions: async (world, who) => {
    const sessionId = await sessionOf(world, who);
    return { shows: (body) => (body as { items: { id: string }[] }).items.some(({ id }) => id === sessionId) };
  },
  endSession: async (world, who) => ({ params: { sessionId: await sessionOf(world, who) }, body: {} }),
  whoAmI: nothing,
  switchPost: async (world, who) => {
    const own = who.side === 'own' ? await staffBehind(world, who) : undefined;
    return { body: { postId: (own ?? (await world.office.staff('clerk', { place: 'commune-centre', who: 'second' }))).postId } };
  },
  changePassword: () => ({ body: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD } }),
  beginSecondFactor: async (world, who) => {
    const secret = (await staffBehind(world, who))?.factorSecret;
    return { body: { password: PASSWORD, ...(secret ? { code: nextCode(secret, world.office.clock) } : {}) } };
  },
  confirmSecondFactor: () => ({ body: { enrolment: 'none', code: '123456' } }),
  registerCitizen: ({ office }, { actor }) => ({
    body: { userName: `moi.${actor}.${String(office.clock.now().getTime())}`, password: NEW_PASSWORD, fullName: 'Người Mới' },
  }),
  beginIdentitySignIn: nothing,
  finishIdentitySignIn: nothing,
  searchAccounts: async ({ office }) => ({ body: { userName: (await office.citizen('filer', 'unverified')).userName } }),
  verifyAccount: async ({ office }, { actor }) => {
    const filer = await office.citizen('filer', 'unverified');
    const seen = actor === 'kin' ? await office.citizen('owner') : filer;
    return {
      params: { accountId: filer.accountId },
      body: { kind: 'citizen-number', number: seen.citizenNumber, fullName: seen.name },
    };
  },
};

/** One's own session, or the ward leader's. */
async function sessionOf(world: Parameters<Asking>[0], who: Parameters<Asking>[1]): Promise<string> {
  const person = who.side === 'own' ? await staffBehind(world, who) : undefined;
  const { accountId } =
    person ??
    (who.side === 'own' ? await citizenBehind(world, who) : await world.office.staff('leader', { place: 'commune', who: 'second' }));
  const [rows] = await world.office.sequelize.query('select id from sessions where account_id = $1 and ended_at is null limit 1', {
    bind: [accountId],
  });
  return (rows as { id: string }[])[0]!.id;
}

function citizenBehind({ office }: Parameters<Asking>[0], { actor }: Parameters<Asking>[1]): Promise<{ accountId: string }> {
  return actor === 'unverified' ? office.citizen('filer', 'unverified') : office.citizen('owner');
}
