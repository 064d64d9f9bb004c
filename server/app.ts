import express, { type Express } from 'express';
import helmet from 'helmet';

/** Composes Express from its parts; listens to nothing. */
export function createApp(): Express {
  const app = express();
  app.use(helmet());
  app.get('/api/health', (_request, response) => void response.json({ up: true }));
  return app;
}
