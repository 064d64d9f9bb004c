import express, { type Express } from 'express';
import helmet from 'helmet';
import { type Sequelize } from 'sequelize';
import { type Clock } from './domain/clock';
import { type Folders } from './folders';
import { isAnswering } from './store/database';

/** What the app is made of; main.ts hands it over, tests hand over their own. */
export interface Parts {
  /** As the application's own role. */
  readonly database: Sequelize;
  readonly clock: Clock;
  readonly folders: Folders;
}

/** Composes Express from its parts; listens to nothing. */
export function createApp({ database }: Parts): Express {
  const app = express();
  app.use(helmet());
  app.get('/api/health', (_request, response) => void response.json({ up: true }));
  app.get('/api/ready', async (_request, response) => {
    const isReady = await isAnswering(database);
    response.status(isReady ? 200 : 503).json({ ready: isReady });
  });
  return app;
}
