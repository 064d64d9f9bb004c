import { type CreationAttributes } from 'sequelize';
import {
  AGENCY_FIELD,
  DATE_FIELD,
  LEADER_FIELD,
  NUMBER_FIELD,
  type RecordedFile,
  type RecordedSignature,
  type ShownSignature,
} from '../domain/signing-record';
import { Signature, type SignatureRow } from './models/signature';
import { columns, insertRecord } from './records';
import { rows } from './rows';
import { type Transaction } from './transaction';

export async function insertSignature(tx: Transaction, values: CreationAttributes<Signature>): Promise<SignatureRow> {
  return insertRecord(tx, Signature, values);
}

/** The signatures that hold, in the order in which they were made. */
export async function signaturesOf(tx: Transaction, resultId: string): Promise<SignatureRow[]> {
  return rows<SignatureRow>(
    tx,
    `select ${columns(Signature)} from signatures where result_id = $1 and voided_at is null order by signed_at, document_length`,
    [resultId],
  );
}

/** The documents that hold a signature which this certificate made at or after an instant. */
export async function dossiersSignedSince(
  tx: Transaction,
  { certificateId, since }: { certificateId: string; since: Date },
): Promise<{ dossierId: string; resultId: string }[]> {
  return rows(
    tx,
    `select distinct r.dossier_id as "dossierId", r.id as "resultId" from signatures s join results r on r.id = s.result_id
     where s.certificate_id = $1 and s.signed_at >= $2 and s.voided_at is null order by r.dossier_id, r.id`,
    [certificateId, since],
  );
}

type Signed = {
  role: 'leader' | 'agency';
  sha256: string;
  length: number;
  certificate: Buffer;
  shown: ShownSignature;
  at: Date;
  revokedAt: Date | null;
};

/** The signing acts of a result as they are on record. `numbering` is what its seal wrote, null while it has none. */
export async function recordedSignatures(
  tx: Transaction,
  resultId: string,
  numbering: { numberText: string; dateText: string } | null,
): Promise<RecordedSignature[]> {
  const signed = await rows<Signed>(
    tx,
    `select s.role, s.document_sha256 as sha256, s.document_length as length, c.certificate, s.shown, s.signed_at as at,
       c.revoked_at as "revokedAt"
       from signatures s join certificates c on c.id = s.certificate_id
      where s.result_id = $1 and s.voided_at is null order by s.document_length`,
    [resultId],
  );
  return signed.map(({ role, sha256, length, certificate, shown, at, revokedAt }) => {
    const before: RecordedFile = { sha256, length };
    const fills = role === 'agency' && numbering ? { [NUMBER_FIELD]: numbering.numberText, [DATE_FIELD]: numbering.dateText } : {};
    return { field: role === 'leader' ? LEADER_FIELD : AGENCY_FIELD, before, certificate, shown, fills, at, revokedAt };
  });
}
