import { type Sequelize, Transaction as AnyTransaction, type Transaction } from 'sequelize';

export type { Sequelize, Transaction } from 'sequelize';

/** A transaction that cannot write: a read that writes by mistake is a fault, not a change. */
export async function readOnly<Answer>(database: Sequelize, read: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  return database.transaction({ readOnly: true }, read);
}

/** Reads as much as it takes in the state of one instant, while others write on. */
export async function readSnapshot<Answer>(database: Sequelize, read: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  return database.transaction({ readOnly: true, isolationLevel: AnyTransaction.ISOLATION_LEVELS.REPEATABLE_READ }, read);
}

/**
 * For work of one statement, which is a transaction by itself: nothing is sent
 * around it. A second statement is a fault, for it would be another transaction.
 */
export async function inOneStatement<Answer>(database: Sequelize, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const connection = await database.connectionManager.getConnection({ type: 'read' });
  try {
    return await work({ sequelize: database, connection, isSpent: false } as unknown as Transaction);
  } finally {
    database.connectionManager.releaseConnection(connection);
  }
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
