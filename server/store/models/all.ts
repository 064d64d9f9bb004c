import { type Sequelize } from 'sequelize';
import { Agency } from './agency';
import { AgencySuccessor } from './agency-successor';
import { OfficeHours } from './office-hours';
import { CalendarPublication } from './calendar-publication';
import { CalendarDay } from './calendar-day';
import { Setting } from './setting';
import { Person } from './person';
import { IdentityPaper } from './identity-paper';
import { Organisation } from './organisation';
import { Representative } from './representative';
import { Account } from './account';
import { RecoveryCode } from './recovery-code';
import { Session } from './session';
import { Attempt } from './attempt';
import { SignInEvent } from './sign-in-event';
import { StaffMember } from './staff-member';
import { Kin } from './kin';
import { Post } from './post';
import { Certificate } from './certificate';
import { TrustAnchor } from './trust-anchor';
import { Authority } from './authority';
import { FormVersion } from './form-version';
import { TemplateVersion } from './template-version';
import { DiagramVersion } from './diagram-version';
import { Procedure } from './procedure';
import { ProcedureVersion } from './procedure-version';
import { CatalogueImport } from './catalogue-import';
import { CatalogueRecord } from './catalogue-record';
import { ProcedureConfirmation } from './procedure-confirmation';
import { Book } from './book';
import { Draft } from './draft';
import { Dossier } from './dossier';
import { StoredFile } from './stored-file';
import { Component } from './component';
import { ComponentFile } from './component-file';
import { Upload } from './upload';
import { Counter } from './counter';
import { RegisterEntry } from './register-entry';
import { Instance } from './instance';
import { Task } from './task';
import { JournalEntry } from './journal-entry';
import { Pause } from './pause';
import { Request } from './request';
import { OutboxEntry } from './outbox-entry';
import { InboxEvent } from './inbox-event';
import { Incident } from './incident';
import { AccessLogEntry } from './access-log-entry';
import { StatisticsDelta } from './statistics-delta';
import { Supplement } from './supplement';
import { Proposal } from './proposal';
import { Extension } from './extension';
import { Withdrawal } from './withdrawal';
import { HandOver } from './hand-over';
import { HandOverItem } from './hand-over-item';
import { CustodyEvent } from './custody-event';
import { Letter } from './letter';
import { Result } from './result';
import { BookEntry } from './book-entry';
import { SignatureBatch } from './signature-batch';
import { SignatureRequest } from './signature-request';
import { Signature } from './signature';
import { FeeLine } from './fee-line';
import { Payment } from './payment';
import { PaymentLine } from './payment-line';
import { Refund } from './refund';
import { WetOriginal } from './wet-original';
import { PostalOrder } from './postal-order';
import { ParcelEvent } from './parcel-event';
import { ReturnOfResult } from './return-of-result';
import { Call } from './call';
import { Notice } from './notice';

/** One model per table. A table without a model, or a column that differs, fails the tests. */
export const MODELS = [
  Agency,
  AgencySuccessor,
  OfficeHours,
  CalendarPublication,
  CalendarDay,
  Setting,
  Person,
  IdentityPaper,
  Organisation,
  Representative,
  Account,
  RecoveryCode,
  Session,
  Attempt,
  SignInEvent,
  StaffMember,
  Kin,
  Post,
  Certificate,
  TrustAnchor,
  Authority,
  FormVersion,
  TemplateVersion,
  DiagramVersion,
  Procedure,
  ProcedureVersion,
  CatalogueImport,
  CatalogueRecord,
  ProcedureConfirmation,
  Book,
  Draft,
  Dossier,
  StoredFile,
  Component,
  ComponentFile,
  Upload,
  Counter,
  RegisterEntry,
  Instance,
  Task,
  JournalEntry,
  Pause,
  Request,
  OutboxEntry,
  InboxEvent,
  Incident,
  AccessLogEntry,
  StatisticsDelta,
  Supplement,
  Proposal,
  Extension,
  Withdrawal,
  HandOver,
  HandOverItem,
  CustodyEvent,
  Letter,
  Result,
  BookEntry,
  SignatureBatch,
  SignatureRequest,
  Signature,
  FeeLine,
  Payment,
  PaymentLine,
  Refund,
  WetOriginal,
  PostalOrder,
  ParcelEvent,
  ReturnOfResult,
  Call,
  Notice,
];

/** Binds every model to one database; to be called once, when it is opened. */
export function defineModels(database: Sequelize): void {
  for (const model of MODELS) model.define(database);
}
