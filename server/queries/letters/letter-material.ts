import { isSealedLetter, letterBook, type LetterOrder } from '../../domain/letter';
import { findServerCertificateOf, listTrustAnchors } from '../../store/certificates';
import { readLetter } from '../../store/letters';
import { type CertificateRow } from '../../store/models/certificate';
import { findLatestTemplate, readTemplateVersion } from '../../store/published-versions';
import { type Reader } from '../reader';
import { readLetterSubject, type LetterSubject } from './letter-frame';
import { newDateFacts } from './new-date-facts';
import { receiptFacts } from './receipt-facts';
import { refusalFacts } from './refusal-facts';
import { handOverFacts, postalSlipFacts, resultHandOverFacts } from './slip-facts';
import { stopFacts } from './stop-facts';
import { supplementFacts } from './supplement-facts';

/** All that a letter is made of, so that it can be drawn and sealed without the database. */
export type LetterMaterial = {
  template: { id: string; content: Record<string, unknown> };
  /** Without the number, where the form has one. */
  facts: Record<string, unknown>;
  book: { agencyId: number; key: string } | null;
  centreName: string;
  seal: CertificateRow | undefined;
  anchors: readonly Buffer[];
  /** When it was gathered: what its seal says, to the second. */
  at: Date;
};

/** Gathers a letter from what is on record. A reprint says what the first print said, and that it is one. */
export async function letterMaterial(reader: Reader, order: LetterOrder): Promise<LetterMaterial> {
  const { tx, now } = reader;
  const subject = await readLetterSubject(reader, order.dossierId);
  const { centre } = subject;
  const common = {
    centreName: centre.name,
    seal: isSealedLetter(order.form) ? await findServerCertificateOf(tx, centre.id, now) : undefined,
    anchors: (await listTrustAnchors(tx)).map(({ certificate }) => certificate),
    at: new Date(Math.floor(now.getTime() / 1000) * 1000),
  };
  if (order.reprintOfId !== null) {
    const first = await readLetter(tx, order.reprintOfId);
    const template = await readTemplateVersion(tx, first.templateVersionId);
    return { ...common, template, facts: { ...first.facts, reprint: true }, book: null };
  }
  const template = await findLatestTemplate(tx, order.form);
  if (!template) throw new Error(`template ${order.form} is not published`);
  return { ...common, template, facts: await factsOf(reader, subject, order), book: bookOf(subject, order) };
}

/** A division numbers its own hand-over slips; everything else is the centre's. */
function bookOf({ dossier, centre }: LetterSubject, { form }: LetterOrder): { agencyId: number; key: string } | null {
  const key = letterBook(form);
  return key === null ? null : { agencyId: form === 'result-hand-over' ? dossier.agencyId : centre.id, key };
}

function factsOf(reader: Reader, subject: LetterSubject, order: LetterOrder): Promise<Record<string, unknown>> {
  switch (order.form) {
    case 'form-01':
      return receiptFacts(reader, subject);
    case 'form-02':
      return supplementFacts(reader, subject, named(order.supplementId));
    case 'form-03':
      return refusalFacts(reader, subject);
    case 'form-04':
      return newDateFacts(reader, subject, named(order.extensionId));
    case 'form-05':
      return stopFacts(reader, subject, named(order.resultId));
    case 'postal-slip':
      return postalSlipFacts(reader, subject, named(order.postalOrderId));
    case 'hand-over-record':
      return handOverFacts(reader, subject, named(order.postalOrderId));
    case 'result-hand-over':
      return resultHandOverFacts(reader, subject);
  }
}

function named(id: string | null): string {
  if (id === null) throw new Error('the letter does not say what it is about');
  return id;
}
