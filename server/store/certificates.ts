import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Certificate, type CertificateRow } from './models/certificate';
import { TrustAnchor, type TrustAnchorRow } from './models/trust-anchor';
import { columns, findRecord, insertRecord } from './records';
import { execute, row, rows } from './rows';

export async function insertCertificate(tx: Transaction, values: CreationAttributes<Certificate>): Promise<CertificateRow> {
  return insertRecord(tx, Certificate, values);
}

export async function readCertificate(tx: Transaction, id: string): Promise<CertificateRow> {
  const certificate = await findRecord(tx, Certificate, id);
  refuseUnless(certificate, 'not-found');
  return certificate;
}

/** The certificate with which somebody signs at this instant; the one that lasts longest where he holds several. */
export async function findCertificateOf(tx: Transaction, staffId: string, at: Date): Promise<CertificateRow | undefined> {
  return row<CertificateRow>(tx, usable(`holder = 'person' and staff_id = $1`), [staffId, at]);
}

/** The seal of an agency. */
export async function findSealOf(tx: Transaction, agencyId: number, at: Date): Promise<CertificateRow | undefined> {
  return row<CertificateRow>(tx, usable(`holder = 'agency' and agency_id = $1`), [agencyId, at]);
}

/** The server certificate with which a centre seals its own letters. */
export async function findServerCertificateOf(tx: Transaction, centreId: number, at: Date): Promise<CertificateRow | undefined> {
  return row<CertificateRow>(tx, usable(`holder = 'centre-server' and agency_id = $1`), [centreId, at]);
}

export type Revoked = { id: string; at: Date; by: string | null; reason: string };

/** From this instant on nothing that is signed with it counts; what was signed before stands. Answers false where it was revoked before. */
export async function revokeCertificate(tx: Transaction, { id, at, by, reason }: Revoked): Promise<boolean> {
  const touched = await execute(
    tx,
    'update certificates set revoked_at = $2, revoked_by = $3, revoke_reason = $4 where id = $1 and revoked_at is null',
    [id, at, by, reason],
  );
  return touched === 1;
}

/** The certificates of one person that are not revoked. */
export async function certificatesOf(tx: Transaction, staffId: string): Promise<CertificateRow[]> {
  return rows<CertificateRow>(
    tx,
    `select ${columns(Certificate)} from certificates where holder = 'person' and staff_id = $1 and revoked_at is null order by created_at, id`,
    [staffId],
  );
}

export async function insertTrustAnchor(tx: Transaction, values: CreationAttributes<TrustAnchor>): Promise<TrustAnchorRow> {
  return insertRecord(tx, TrustAnchor, values);
}

/** The roots that signers' certificates and seals must lead up to. */
export async function listTrustAnchors(tx: Transaction): Promise<TrustAnchorRow[]> {
  return rows<TrustAnchorRow>(tx, `select ${columns(TrustAnchor)} from trust_anchors where purpose = 'sign' order by valid_from_at, id`);
}

function usable(whose: string): string {
  return `select ${columns(Certificate)} from certificates
    where ${whose} and valid_from_at <= $2 and valid_to_at > $2 and (revoked_at is null or revoked_at > $2)
    order by valid_to_at desc, id limit 1`;
}
