import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartRefusal } from '../domain/start-refusal';

const run = promisify(execFile);

/** The account that PostgreSQL's programs run under; empty where it is the caller's own. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** Root may not run PostgreSQL: it borrows the account `postgres`, and makes it where it is missing. */
export async function postgresAccount(): Promise<Account> {
  try {
    await id('-u').catch(() =>
      run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']),
    );
    return { uid: await id('-u'), gid: await id('-g') };
  } catch (fault) {
    throw new StartRefusal('account-missing', { reason: (fault as Error).message.split('\n')[0]! });
  }
}

async function id(flag: string): Promise<number> {
  return Number((await run('id', [flag, 'postgres'])).stdout);
}
