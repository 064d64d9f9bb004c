import { type Sequelize, type Transaction } from 'sequelize';
import { execute } from './rows';

export type { Sequelize, Transaction } from 'sequelize';

/**
 * One transaction on a connection of its own: committed as a whole, or nothing of
 * it stays. Begun and ended here and not by Sequelize, whose way around the two
 * statements costs as much as a short act itself.
 */
export async function inTransaction<Answer>(database: Sequelize, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const tx = await borrow(database);
  let answer: Answer;
  try {
    await execute(tx, 'start transaction');
    answer = await work(tx);
  } catch (fault) {
    await end(tx, 'rollback').catch(() => undefined); // the first fault is the one to be told
    throw fault;
  }
  await end(tx, 'commit');
  return answer;
}

/**
 * A transaction that cannot write: a read that writes by mistake is a fault, not a
 * change. There is nothing to be kept, so that the answer does not wait for its end.
 */
export async function readOnly<Answer>(database: Sequelize, read: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const tx = await borrow(database);
  try {
    await execute(tx, 'start transaction read only');
    return await read(tx);
  } finally {
    end(tx, 'commit').catch(() => undefined);
  }
}

/** Reads as much as it takes in the state of one instant, while others write on. */
export async function readSnapshot<Answer>(database: Sequelize, read: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const tx = await borrow(database);
  try {
    await execute(tx, 'start transaction isolation level repeatable read, read only');
    return await read(tx);
  } finally {
    await end(tx, 'commit').catch(() => undefined);
  }
}

/**
 * For work of one statement, which is a transaction by itself: nothing is sent
 * around it. A second statement is a fault, for it would be another transaction.
 */
export async function inOneStatement<Answer>(database: Sequelize, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const tx = Object.assign(await borrow(database), { isSpent: false });
  try {
    return await work(tx);
  } finally {
    giveBack(tx);
  }
}

type Borrowed = Transaction & { connection: NonNullable<Transaction['connection']> };

async function borrow(database: Sequelize): Promise<Borrowed> {
  return { sequelize: database, connection: await database.connectionManager.getConnection({ type: 'write' }) } as unknown as Borrowed;
}

/** The last statement on its connection. One that cannot even end its transaction is not lent again. */
async function end(tx: Borrowed, how: 'commit' | 'rollback'): Promise<void> {
  const last = { ...tx } as Borrowed;
  close(tx);
  try {
    await execute(last, how);
  } catch (fault) {
    last.connection._invalid = true;
    throw fault;
  } finally {
    giveBack(last);
  }
}

/** From here on whoever still holds the transaction can send nothing. */
function close(tx: Borrowed): void {
  delete (tx as Partial<Borrowed>).connection;
}

function giveBack(tx: Borrowed): void {
  const { sequelize, connection } = tx;
  close(tx);
  sequelize.connectionManager.releaseConnection(connection);
}

/**
 * Deadlock or lost race: rolled back whole, may be tried again (PostgreSQL 40001,
 * 40P01). So may a row that somebody else has entered first (23505): the next
 * try sees it, and refuses for its own reason.
 */
export function isLostRace(fault: unknown): boolean {
  return ['40001', '40P01', '23505'].includes(sqlState(fault));
}

/**
 * The database is away, starting, stopping or full: nothing was decided, the
 * caller may come back. Names of Sequelize's connection errors, the classes 08
 * and 57P of PostgreSQL, and a connection that broke in the middle of a statement.
 */
export function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (/^Sequelize(Connection\w*|HostNotFound\w*|HostNotReachable\w*|InvalidConnection\w*)Error$/.test(fault.name)) return true;
  const state = sqlState(fault);
  if (/^(08|57P|53)/.test(state)) return true;
  return /Connection terminated|ECONNRESET|ECONNREFUSED|read ECONN|write EPIPE|not queryable|ConnectionManager\.getConnection was called after/.test(
    fault.message,
  );
}

function sqlState(fault: unknown): string {
  const original = (fault as { original?: { code?: unknown } } | null)?.original;
  return typeof original?.code === 'string' ? original.code : '';
}
