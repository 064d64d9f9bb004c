import { Router } from 'express';
import { askPayment } from '../../commands/money/ask-payment';
import { decideFeeAmount } from '../../commands/money/decide-fee-amount';
import { exemptFee } from '../../commands/money/exempt-fee';
import { recordPayment } from '../../commands/money/record-payment';
import { recordRefund } from '../../commands/money/record-refund';
import { recordCall } from '../../commands/notices/record-call';
import { changeReturnWay } from '../../commands/return/change-return-way';
import { handToPost } from '../../commands/return/hand-to-post';
import { recordParcelEvent } from '../../commands/return/record-parcel-event';
import { returnAtCounter } from '../../commands/return/return-at-counter';
import { returnRefusal } from '../../commands/return/return-refusal';
import { settleFailedParcel } from '../../commands/return/settle-failed-parcel';
import { returnEndpoints } from '../../contract/return';
import { type Doorway, serve } from '../../http/serve';
import { presentCalls } from '../../presenters/calls';
import { presentFees } from '../../presenters/fees';
import { presentParcel } from '../../presenters/parcel';
import { listCalls } from '../../queries/return/list-calls';
import { parcelView } from '../../queries/return/parcel-view';
import { readFees } from '../../queries/return/read-fees';
import { answerDossier } from './answer-dossier';
import { serveAct } from './serve-act';

/** Money, the return of results, the post, and the calls to make. */
export function returnRoutes(door: Doorway): Router {
  const router = Router();
  serve(router, door, returnEndpoints.readFees, async (context, { params }) => presentFees(await readFees(context, params)));
  serveAct(router, door, returnEndpoints.askPayment, askPayment);
  serveAct(router, door, returnEndpoints.recordPayment, recordPayment);
  serve(router, door, returnEndpoints.recordRefund, async (context, { params, body }) => {
    await recordRefund(context, { ...params, ...body });
    return answerDossier(context, params.dossierId);
  });
  serve(router, door, returnEndpoints.exemptFee, async (context, { params, body }) => {
    await exemptFee(context, { ...params, ...body });
    return answerDossier(context, params.dossierId);
  });
  serve(router, door, returnEndpoints.decideFeeAmount, async (context, { params, body }) => {
    await decideFeeAmount(context, { ...params, ...body });
    return answerDossier(context, params.dossierId);
  });
  serveAct(router, door, returnEndpoints.changeReturnWay, changeReturnWay);
  serveAct(router, door, returnEndpoints.returnAtCounter, returnAtCounter);
  serveAct(router, door, returnEndpoints.returnRefusal, returnRefusal);
  serveAct(router, door, returnEndpoints.handToPost, handToPost);
  serve(router, door, returnEndpoints.recordParcelEvent, async (context, { params, body }) => {
    const { eventAt, recipient = null, collectedDong = null, ...event } = body;
    const code = await recordParcelEvent(context, { ...params, ...event, eventAt: new Date(eventAt), recipient, collectedDong });
    return presentParcel(await parcelView(context, code));
  });
  serveAct(router, door, returnEndpoints.settleFailedParcel, settleFailedParcel);
  serve(router, door, returnEndpoints.listCalls, async (context, { query }) => presentCalls(await listCalls(context, query)));
  serve(router, door, returnEndpoints.recordCall, async (context, { params, body }) => {
    await recordCall(context, { ...params, ...body });
    return null;
  });
  return router;
}
