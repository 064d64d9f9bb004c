import { type AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import pg from 'pg';
import { trackingStatement } from '../../../server/store/dossier-lists';
import { searchStatement } from '../../../server/store/dossier-search';
import { agencyPageStatement } from '../../../server/store/worklists';

type Statement = { text: string; values: unknown[] };

/**
 * The least that could answer the same questions: express, one pool of plain
 * `pg` of the same size, the same statement, its rows as JSON. Nobody signs in,
 * nothing is checked, counted or logged.
 */
export async function servePlainly(databaseUrl: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  const app = express().disable('x-powered-by').disable('etag').use(express.json());
  const answer = async (response: Response, { text, values }: Statement): Promise<void> => {
    response.json({ items: (await pool.query(text, values)).rows });
  };
  app.get('/api/work', (request: Request, response: Response) => {
    const { agency, duty, staff } = request.query as Record<string, string>;
    const page = { agencyIds: [Number(agency)], duties: [duty as 'clerk'], filter: { openTo: staff! }, after: null, limit: 51 };
    return answer(response, agencyPageStatement(page));
  });
  app.post('/api/searches/dossiers', (request: Request, response: Response) => {
    const { words, agency } = request.body as { words: string; agency: number };
    return answer(response, searchStatement({ sought: { by: 'owner-name', name: words }, agencyIds: [agency], after: null, limit: 51 }));
  });
  app.post('/api/searches/tracking', (request: Request, response: Response) =>
    answer(response, trackingStatement((request.body as { code: string }).code)),
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
