import pg from 'pg';
import { StartRefusal } from '../domain/start-refusal';

/** Which environment variable an address came from: the operator is told which one to correct. */
export type AddressName = 'DATABASE_URL' | 'APP_DATABASE_URL';

/** Runs `work` on one connection of its own, closed afterwards. */
export async function withConnection<Answer>(
  url: string,
  name: AddressName,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'mot-cua start',
  });
  client.on('error', () => undefined);
  await client.connect().catch((fault: Error) => {
    throw connectionRefusal(fault, url, name);
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Where a database is, without the password. */
export function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? decodeURIComponent(host)}${pathname}`;
}

const LOGIN_REFUSED = ['28000', '28P01'];
const NO_SUCH_DATABASE = '3D000';

function connectionRefusal(fault: Error, url: string, name: AddressName): StartRefusal {
  const code = (fault as { code?: string }).code;
  const place = placeOf(url);
  if (code === NO_SUCH_DATABASE) return new StartRefusal('database-missing', { place, name });
  if (code && LOGIN_REFUSED.includes(code))
    return new StartRefusal('database-login-refused', { place, name, role: roleOf(url), reason: fault.message });
  return new StartRefusal('database-unreachable', { place, name, reason: code ?? fault.message });
}

/** The role that an address logs in as. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
