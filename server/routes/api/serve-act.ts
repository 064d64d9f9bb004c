import { type Router } from 'express';
import { type z } from 'zod';
import { type Context } from '../../casework/context';
import { type DossierAnswer } from '../../contract/dossier-shapes';
import { type Endpoint } from '../../contract/endpoint';
import { type DossierParams } from '../../contract/shapes';
import { type Doorway, serve } from '../../http/serve';
import { answerDossier } from './answer-dossier';

/** An act on one dossier: the command does it, the answer is the dossier as it now stands. */
export function serveAct<Query extends z.ZodType, Body extends z.ZodType>(
  router: Router,
  door: Doorway,
  endpoint: Endpoint<typeof DossierParams, Query, Body, typeof DossierAnswer>,
  command: (context: Context, input: { dossierId: string } & z.output<Body>) => Promise<unknown>,
): void {
  serve(router, door, endpoint, async (context, { params, body }) => {
    await command(context, { ...(body as z.output<Body> & object), dossierId: params.dossierId });
    return answerDossier(context, params.dossierId);
  });
}
