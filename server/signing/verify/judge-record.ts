import { createHash } from 'node:crypto';
import { type RecordedSignature, type SigningRecord } from '../../domain/signing-record';
import { readCertificate, type CertificateFacts } from '../pki/certificate';
import { OID } from '../pki/oids';
import { type UpdateRules } from './check-update';
import { finding } from './verdict';
import { verifyReleased, type ReleaseVerdict, type SigningStep } from './verify-released';

/**
 * Judges a document against what is on record about it: its hash, and every
 * signing act with the certificate, the image, the number and the date it was
 * allowed. What does not match to the byte stays in the office.
 */
export function judgeRecord(file: Buffer, { document, signatures, anchors }: SigningRecord): ReleaseVerdict {
  const verdict = verifyReleased(file, signatures.map(stepOf), {
    anchors: anchors.map(anchorOf),
    revocationLists: [],
    revocation: 'where known',
    extendedKeyUsage: [OID.documentSigning, OID.emailProtection],
  });
  const isRecorded = hashOf(file) === document.sha256 && file.length === document.length;
  const problems = [
    ...(isRecorded ? [] : [finding('not-the-recorded-file', `${file.length} bytes`)]),
    ...signatures.filter(isRevoked).map(({ field }) => finding('revoked', field)),
  ];
  return problems.length === 0 ? verdict : { ...verdict, findings: [...problems, ...verdict.findings], isReleasable: false };
}

/** The office's own revocation counts at once, before any list of the authority says it. */
function isRevoked({ at, revokedAt }: RecordedSignature): boolean {
  return revokedAt !== null && revokedAt <= at;
}

function stepOf({ field, before, certificate, shown, fills, at }: RecordedSignature): SigningStep {
  const fields: Record<string, (value: string) => boolean> = {};
  for (const [name, text] of Object.entries(fills)) fields[name] = (value) => value === text.normalize('NFC');
  const shows: UpdateRules['shows'] = 'image' in shown ? { images: new Set([shown.image]) } : shown;
  return { before, rules: { fields, signature: field, shows }, certificates: new Set([hashOf(certificate)]), at };
}

const known = new Map<string, CertificateFacts>();

function anchorOf(der: Uint8Array): CertificateFacts {
  const key = hashOf(der);
  const anchor = known.get(key) ?? readCertificate(der);
  known.set(key, anchor);
  return anchor;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
