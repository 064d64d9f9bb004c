import pg from 'pg';
import { Sequelize } from 'sequelize';

/** One connection pool for the process. */
export function openDatabase(url: string, fault: (error: Error) => void = console.error): Sequelize {
  return new Sequelize(url, {
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
}
