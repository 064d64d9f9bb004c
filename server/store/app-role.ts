import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { type Client } from 'pg';
import { StartRefusal } from '../domain/start-refusal';
import { placeOf, roleOf, withConnection } from './connect';

/** The role that the server works as: it reads and writes rows, and can neither alter a table nor rewrite the journal. */
export const APP_ROLE = 'mot_cua_app';

/**
 * The application's address on the owner's database where none was given. Its
 * password follows from the owner's secret by a one-way function: every process
 * that may act as owner comes to the same one, and none has to be passed round.
 *
 * @param secret the owner's password, or another secret that is kept
 */
export function deriveAppUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = createHmac('sha256', secret).update(APP_ROLE).digest('base64url');
  return url.href;
}

/** Makes a derived login work: made where it is missing, its password set where it is another. */
export async function makeAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  if (await isAdmitted(appUrl)) return;
  await withConnection(ownerUrl, 'DATABASE_URL', (owner) => setLogin(owner, appUrl));
  await withConnection(appUrl, 'DATABASE_URL', async () => undefined);
}

/**
 * Checks a login that the operator gave; made where the role does not exist
 * yet. An existing role is never changed: it may serve others.
 */
export async function checkAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  const role = roleOf(appUrl);
  await withConnection(ownerUrl, 'DATABASE_URL', async (owner) => {
    const { rows } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rows.length === 0) await setLogin(owner, appUrl);
  });
  await withConnection(appUrl, 'APP_DATABASE_URL', async () => undefined);
}

/** Refuses a role that may act as the owner: whoever broke into the server could then rewrite the journal. */
export async function refuseStrongRole(ownerUrl: string, appUrl: string): Promise<void> {
  const role = roleOf(appUrl);
  await withConnection(ownerUrl, 'DATABASE_URL', async (owner) => {
    const { rows } = await owner.query<{ strong: boolean }>(`select pg_has_role($1::name, current_user, 'member') as strong`, [role]);
    if (rows[0]!.strong) throw new StartRefusal('app-role-too-strong', { role });
  });
}

async function isAdmitted(url: string): Promise<boolean> {
  return withConnection(url, 'DATABASE_URL', async () => true).catch((fault: unknown) => {
    if (fault instanceof StartRefusal && fault.code === 'database-login-refused') return false;
    throw fault;
  });
}

async function setLogin(owner: Client, appUrl: string): Promise<void> {
  const role = roleOf(appUrl);
  const login = `${owner.escapeIdentifier(role)} login password ${owner.escapeLiteral(scramVerifier(decodeURIComponent(new URL(appUrl).password)))}`;
  try {
    await owner.query(`create role ${login}`).catch(async (fault: { code?: string }) => {
      // It exists, or another start has just made it.
      if (fault.code !== '42710' && fault.code !== '23505') throw fault;
      await owner.query(`alter role ${login}`);
    });
  } catch (fault) {
    throw new StartRefusal('app-role-missing', { role, place: placeOf(appUrl), reason: (fault as Error).message });
  }
}

/** What PostgreSQL stores of a password (RFC 5803): the server's log never sees the password itself. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const iterations = 4096;
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
