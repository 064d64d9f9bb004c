import { type DiagramAct } from '../domain/diagram-words';

/**
 * By which endpoints an act that a diagram waits for is answered: what a screen
 * offers for it. An act without a line here is in the vocabulary for diagrams to
 * come; a diagram that names it may not be published.
 */
export const ACT_ENDPOINTS = {
  // intake
  'check-submission': ['acceptSubmission', 'askCompletion', 'refuseIntake'],
  'ask-completion': ['askCompletion'],
  'answer-completion': ['answerCompletion'],
  'record-no-completion': ['recordNoCompletion', 'refuseIntake'],
  'refuse-intake': ['refuseIntake'],
  'return-refused': ['returnRefused'],
  // in the house
  forward: ['forwardDossier'],
  'confirm-forwarded': ['confirmForwarded'],
  assign: ['assignOfficer'],
  examine: ['examineDossier'],
  'propose-supplement': ['proposeSupplement'],
  'approve-supplement': ['approveSupplement'],
  'issue-supplement': ['issueSupplement'],
  'answer-supplement': ['answerSupplement'],
  'check-supplement': ['checkSupplement'],
  // result
  'draft-result': ['proposeOutcome'],
  'answer-draft': ['answerDraft'],
  'review-proposal': ['reviewProposal'],
  'record-sector-number': ['typeSectorNumber', 'checkSectorNumber'],
  'sign-result': ['requestSignatures', 'sendBackFromSignature'],
  'number-and-seal': ['requestSignatures', 'voidSignature'],
  'print-original': ['printOriginal'],
  'record-wet-signature': ['recordWetSignature'],
  'record-wet-seal': ['recordWetSeal'],
  'scan-back': ['scanBack'],
  'enter-book': ['enterBook'],
  'deliver-to-centre': ['deliverToCentre'],
  'confirm-result': ['confirmResult'],
  // money and return
  'record-payment': ['recordPayment'],
  'change-return-way': ['changeReturnWay'],
  'return-at-counter': ['returnAtCounter'],
  'hand-to-post': ['handToPost'],
  'record-parcel-event': ['recordParcelEvent'],
  'settle-failed-parcel': ['settleFailedParcel'],
  'return-refusal': ['returnRefusal'],
  'return-originals': ['returnOriginals'],
  // beside
  'consent-to-withdrawal': ['decideWithdrawal'],
  'draft-extension': ['draftExtension', 'declineExtension'],
  'sign-extension': ['signExtension'],
  'deliver-extension': ['deliverExtension'],
} as const satisfies Partial<Record<DiagramAct, readonly [string, ...string[]]>>;
