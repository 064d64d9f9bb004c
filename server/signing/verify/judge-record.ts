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
  if (hashOf(file) === document.sha256 && file.length === document.length) return verdict;
  const findings = [finding('not-the-recorded-file', `${file.length} bytes`), ...verdict.findings];
  return { ...verdict, findings, isReleasable: false };
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
