import express, { Router } from 'express';
import { renderToStaticMarkup } from 'react-dom/server';
import { HomePage } from '../../../client/site/home-page';
import { localDateOf } from '../../domain/local-time';
import { type Stage } from '../../domain/online-filing';
import { sendProblem } from '../../http/problem';
import { requestIdOf } from '../../http/request-id';
import { type Doorway } from '../../http/serve';
import { proceduresInForce } from '../../queries/catalogue/procedures-in-force';
import { stylesOf } from './styles';

const YEAR = '1y';

/** The pages of the house, rendered here; they work without any script. */
export function siteRoutes(door: Doorway, { assets, stage }: { assets: string; stage: Stage }): Router {
  const router = Router();
  const styles = stylesOf(assets);
  router.use('/assets', express.static(assets, { immutable: true, maxAge: YEAR, index: false }));
  router.get('/', (_request, response) => {
    const requestId = requestIdOf(response);
    const act = { actor: { kind: 'anonymous' }, endpoint: 'home', requestId } as const;
    door
      .read(act, (context) => proceduresInForce(context, { onDate: localDateOf(context.now), stage }))
      .then((procedures) => {
        const page = renderToStaticMarkup(
          <HomePage
            styles={styles}
            procedures={procedures.online}
            others={procedures.others}
            isDemonstration={stage === 'demonstration'}
          />,
        );
        response.type('html').send(`<!doctype html>${page}`);
      })
      .catch((reason: unknown) => {
        door.reportFault(reason, requestId);
        sendProblem(response, reason, requestId);
      });
  });
  return router;
}
