import pg from 'pg';
import { Sequelize } from 'sequelize';
import { defineModels } from './models/all';

const BIGINT = 20;
pg.types.setTypeParser(BIGINT, readInteger);

/** One connection pool for the process. */
export function openDatabase(url: string, fault: (error: Error) => void = console.error): Sequelize {
  const database = new Sequelize(url, {
    dialect: 'postgres',
    dialectModule: pg,
    logging: false,
    pool: { max: 8, min: 0, acquire: 10_000, idle: 10_000 },
    hooks: {
      afterConnect(connection) {
        (connection as pg.Client).on('error', fault);
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
