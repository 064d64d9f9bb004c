import pg from 'pg';
import { Sequelize } from 'sequelize';
import { defineModels } from './models/all';

const BIGINT = 20;
pg.types.setTypeParser(BIGINT, readInteger);

/**
 * One connection pool for the process. A connection that breaks is replaced by
 * the pool; `lost` is only told of it. Without that listener a PostgreSQL that
 * dies would take the whole process with it.
 */
export function openDatabase(url: string, lost: (error: Error) => void = () => undefined): Sequelize {
  const database = new Sequelize(url, {
    dialect: 'postgres',
    dialectModule: pg,
    logging: false,
    dialectOptions: { application_name: 'mot-cua', connectionTimeoutMillis: 10_000, keepAlive: true },
    pool: { max: 8, min: 0, acquire: 10_000, idle: 10_000 },
    hooks: {
      afterConnect(connection) {
        (connection as pg.Client).on('error', lost);
      },
    },
  });
  defineModels(database);
  return database;
}

/** Amounts in đồng and file sizes fit a JavaScript integer; one that does not must not be rounded silently. */
function readInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`The database holds an integer that cannot be told exactly: ${text}`);
  return number;
}
