import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { renderToStaticMarkup } from 'react-dom/server';
import { HomePage } from '../../../client/site/home-page';
import { localDateOf } from '../../domain/local-time';
import { sendProblem } from '../../http/problem';
import { requestIdOf } from '../../http/request-id';
import { type Doorway } from '../../http/serve';
import { proceduresInForce } from '../../queries/catalogue/procedures-in-force';

const YEAR = '1y';

/** The pages of the house, rendered here; they work without any script. */
export function siteRoutes(door: Doorway, { assets, isDemonstration }: { assets: string; isDemonstration: boolean }): Router {
  const router = Router();
  const styles = `/assets/${stylesOf(assets)}`;
  router.use('/assets', express.static(assets, { immutable: true, maxAge: YEAR, index: false }));
  router.get('/', (_request, response) => {
    const requestId = requestIdOf(response);
    const act = { actor: { kind: 'anonymous' }, endpoint: 'home', requestId } as const;
    door
      .read(act, (context) => proceduresInForce(context, localDateOf(context.now)))
      .then((procedures) => {
        const page = renderToStaticMarkup(<HomePage styles={styles} procedures={procedures} isDemonstration={isDemonstration} />);
        response.type('html').send(`<!doctype html>${page}`);
      })
      .catch((reason: unknown) => {
        door.reportFault(reason, requestId);
        sendProblem(response, reason, requestId);
      });
  });
  return router;
}

function stylesOf(assets: string): string {
  const entries = JSON.parse(readFileSync(join(assets, 'entries.json'), 'utf8')) as Record<string, { css?: string; js?: string }>;
  const entry = entries['client/styles/site.css'];
  const file = entry?.css ?? entry?.js;
  if (!file) throw new Error('the build has made no style sheet');
  return file;
}
