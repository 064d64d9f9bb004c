import { type SigningRecord } from '../../domain/signing-record';
import { Refusal } from '../../domain/refusal';
import { judgeResultFile } from '../../policies/results';
import { listTrustAnchors } from '../../store/certificates';
import { readDossier } from '../../store/dossiers';
import { type TrustAnchorRow } from '../../store/models/trust-anchor';
import { readResult } from '../../store/results';
import { findSigningRecord } from '../../store/signing-records';
import { type Reader } from '../reader';

/** What is on record about a sealed result, for whoever may have the document itself. */
export async function signingRecord({ tx, actor, seen }: Reader, { resultId }: { resultId: string }): Promise<SigningRecord> {
  const result = await readResult(tx, resultId);
  const dossier = await readDossier(tx, result.dossierId);
  judgeResultFile(actor, dossier, result);
  seen.push({ dossierId: dossier.id });
  const record = await findSigningRecord(tx, result);
  if (!record) throw new Refusal('result-not-ready');
  return record;
}

/** The roots by which anybody can verify what this office has signed. */
export async function trustAnchors({ tx }: Pick<Reader, 'tx'>): Promise<TrustAnchorRow[]> {
  return listTrustAnchors(tx);
}
