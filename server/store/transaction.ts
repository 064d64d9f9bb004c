import { type Sequelize, Transaction as AnyTransaction, type Transaction } from 'sequelize';

export type { Sequelize, Transaction } from 'sequelize';

/** From here on the transaction cannot write: a read that writes by mistake is a fault, not a change. */
export async function makeReadOnly(tx: Transaction): Promise<void> {
  await sequelizeOf(tx).query('set transaction read only', { transaction: tx });
}

/** Reads as much as it takes in the state of one instant, while others write on. */
export async function readSnapshot<Answer>(database: Sequelize, read: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  return database.transaction({ isolationLevel: AnyTransaction.ISOLATION_LEVELS.REPEATABLE_READ }, async (tx) => {
    await makeReadOnly(tx);
    return read(tx);
  });
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

function sequelizeOf(tx: Transaction): Sequelize {
  return (tx as Transaction & { sequelize: Sequelize }).sequelize;
}
