import { type Facts } from '../../server/domain/facts';
import { type Line } from './walk';

/** What the stories of several diagrams begin with. */
export const online: Partial<Facts> = {
  channel: 'online',
  returnWay: 'online',
  receiptNeeded: true,
  draftConfirmation: true,
  paymentDue: false,
  feeCleared: true,
  sectorNumber: 'none',
  resultKind: 'electronic',
};

export const accept: Line = ['checkSubmission', { intake: 'accepted' }];
export const examined: Line = ['examine', { examination: 'qualified' }];
export const granted: Line = ['draftResult', { decision: 'grant' }];
export const agreed: Line = ['draftAnswered', { draft: 'agreed' }];
export const signed: Line = ['signResult', { decision: 'grant' }];
export const sealed: Line = ['numberAndSeal', { seal: 'done' }];
export const incomplete: Line[] = [['checkSubmission', { intake: 'incomplete' }], ['askCompletion']];
export const supplement: Line[] = [
  ['examine', { examination: 'supplement' }],
  ['draftSupplement'],
  ['approveSupplement', { supplementApproved: true }],
  ['issueSupplement'],
];
