import { Router } from 'express';
import { acceptSubmission } from '../../commands/intake/accept-submission';
import { answerCompletion } from '../../commands/intake/answer-completion';
import { askCompletion } from '../../commands/intake/ask-completion';
import { checkComponents } from '../../commands/intake/check-components';
import { recordNoCompletion } from '../../commands/intake/record-no-completion';
import { refuseIntake } from '../../commands/intake/refuse-intake';
import { returnRefused } from '../../commands/intake/return-refused';
import { intakeEndpoints } from '../../contract/intake';
import { type Doorway } from '../../http/serve';
import { serveAct } from './serve-act';

/** The inbox of the centre: what was filed is accepted, completed or refused. */
export function intakeRoutes(door: Doorway): Router {
  const router = Router();
  serveAct(router, door, intakeEndpoints.checkComponents, checkComponents);
  serveAct(router, door, intakeEndpoints.acceptSubmission, acceptSubmission);
  serveAct(router, door, intakeEndpoints.askCompletion, askCompletion);
  serveAct(router, door, intakeEndpoints.answerCompletion, answerCompletion);
  serveAct(router, door, intakeEndpoints.recordNoCompletion, recordNoCompletion);
  serveAct(router, door, intakeEndpoints.refuseIntake, refuseIntake);
  serveAct(router, door, intakeEndpoints.returnRefused, returnRefused);
  return router;
}
