import { type z } from 'zod';
import { controlSlip, intakeRefusal, newDate, receipt, stopNotice, supplementRequest } from './shapes/letters';
import { civilStatusExtract, generalResult, lawyerRegistration, refusalDecision, stopDecision } from './shapes/results';
import { handOverRecord, postalSlip, resultHandOver } from './shapes/slips';

/** Facts by template. A template draws facts of its own key and of no other. */
export const factsSchemas = {
  'form-01': receipt,
  'form-02': supplementRequest,
  'form-03': intakeRefusal,
  'form-04': newDate,
  'form-05': stopNotice,
  'form-06': controlSlip,
  'postal-slip': postalSlip,
  'hand-over-record': handOverRecord,
  'result-hand-over': resultHandOver,
  'civil-status-extract': civilStatusExtract,
  'lawyer-registration-certificate': lawyerRegistration,
  'general-result': generalResult,
  'refusal-decision': refusalDecision,
  'stop-decision': stopDecision,
} as const;

export type TemplateKey = keyof typeof factsSchemas;
export type FactsOf<Key extends TemplateKey> = z.infer<(typeof factsSchemas)[Key]>;

export type ReceiptFacts = FactsOf<'form-01'>;
export type SupplementRequestFacts = FactsOf<'form-02'>;
export type IntakeRefusalFacts = FactsOf<'form-03'>;
export type NewDateFacts = FactsOf<'form-04'>;
export type StopNoticeFacts = FactsOf<'form-05'>;
export type ControlSlipFacts = FactsOf<'form-06'>;
export type PostalSlipFacts = FactsOf<'postal-slip'>;
export type HandOverRecordFacts = FactsOf<'hand-over-record'>;
export type ResultHandOverFacts = FactsOf<'result-hand-over'>;
export type CivilStatusExtractFacts = FactsOf<'civil-status-extract'>;
export type LawyerRegistrationFacts = FactsOf<'lawyer-registration-certificate'>;
export type RefusalDecisionFacts = FactsOf<'refusal-decision'>;
export type StopDecisionFacts = FactsOf<'stop-decision'>;
