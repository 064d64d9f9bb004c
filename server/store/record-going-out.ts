import { FeeLine, type FeeLineRow } from './models/fee-line';
import { Letter, type LetterRow } from './models/letter';
import { Payment, type PaymentRow } from './models/payment';
import { PostalOrder, type PostalOrderRow } from './models/postal-order';
import { type ResultRow } from './models/result';
import { type SignatureRow } from './models/signature';
import { columns, findRecord } from './records';
import { rows } from './rows';
import { type Transaction } from './transaction';

/** What goes out to the applicant and what comes in for it: results, letters, money, parcels. */
export type ShownResult = Pick<
  ResultRow,
  'id' | 'outcome' | 'kind' | 'state' | 'number' | 'numberText' | 'issuedOn' | 'draftedAt' | 'releasedAt' | 'voidReason'
> & {
  readonly signatures: (Pick<SignatureRow, 'role' | 'authorityText'> & {
    readonly signerName: string;
    readonly signedAt: string;
    readonly isVoid: boolean;
  })[];
};

/** Each result with its signatures in the order in which they were given. */
export async function shownResultsOf(tx: Transaction, dossierId: string): Promise<ShownResult[]> {
  return rows<ShownResult>(
    tx,
    `select r.id, r.outcome, r.kind, r.state, r.number, r.number_text as "numberText", r.issued_on as "issuedOn", r.drafted_at as "draftedAt",
       r.released_at as "releasedAt", r.void_reason as "voidReason",
       (select coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'signerName', m.full_name, 'authorityText', s.authority_text,
                 'signedAt', s.signed_at, 'isVoid', s.voided_at is not null) order by s.signed_at), '[]')
        from signatures s join staff m on m.id = s.staff_id where s.result_id = r.id) as signatures
     from results r where r.dossier_id = $1 order by r.drafted_at, r.id`,
    [dossierId],
  );
}

export async function lettersOf(tx: Transaction, dossierId: string): Promise<LetterRow[]> {
  return rows<LetterRow>(tx, `select ${columns(Letter)} from letters where dossier_id = $1 order by issued_at, id`, [dossierId]);
}

export async function findLetter(tx: Transaction, id: string): Promise<LetterRow | undefined> {
  return findRecord(tx, Letter, id);
}

export async function feeLinesOf(tx: Transaction, dossierId: string): Promise<FeeLineRow[]> {
  return rows<FeeLineRow>(tx, `select ${columns(FeeLine)} from fee_lines where dossier_id = $1 order by created_at, key`, [dossierId]);
}

export async function paymentsOf(tx: Transaction, dossierId: string): Promise<PaymentRow[]> {
  return rows<PaymentRow>(tx, `select ${columns(Payment)} from payments where dossier_id = $1 order by paid_at, id`, [dossierId]);
}

export async function parcelsOf(tx: Transaction, dossierId: string): Promise<PostalOrderRow[]> {
  return rows<PostalOrderRow>(tx, `select ${columns(PostalOrder)} from postal_orders where dossier_id = $1 order by made_at, id`, [
    dossierId,
  ]);
}
