import { withConnection } from './connect';

const ALREADY_THERE = ['42P04', '23505'];

/** The address of the database `name` on a server of our own; made where it is missing. */
export async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  await withConnection(serverUrl, 'DATABASE_URL', async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length > 0) return;
    await client.query(`create database ${client.escapeIdentifier(name)}`).catch((fault: { code?: string }) => {
      if (!ALREADY_THERE.includes(fault.code ?? '')) throw fault;
    });
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
