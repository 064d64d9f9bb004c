import { createHash, verify } from 'node:crypto';
import { type CertificateFacts } from '../pki/certificate';
import { findPath, judgePath, type TrustPolicy } from '../pki/certification-path';
import { checkUpdate, type UpdateRules } from './check-update';
import { findSignedFields, readCoverage, type Coverage, type SignedField } from './find-signatures';
import { findLaterChanges } from './later-changes';
import { openSource, type PdfSource } from './pdf-objects';
import { lastStart, readSections, Revision } from './pdf-revisions';
import { readCms, type CmsSignature } from './read-cms';
import { readAnyText, readLatin } from './same-value';
import { conclude, finding, Found, judge, type Finding, type Indication, type Modification, type SignatureVerdict } from './verdict';

export interface VerificationPolicy extends TrustPolicy {
  /** The instant at which certificates must have been in force: now, or a recorded time of signing. */
  readonly at: Date;
  /** An update that may follow a signature without a person's look: the numbering and the seal of one's own office. */
  readonly allowedUpdate?: UpdateRules;
}

export interface FileVerdict {
  readonly indication: Indication;
  readonly sub: string | null;
  /** About the file as a whole. */
  readonly findings: readonly Finding[];
  readonly signatures: readonly SignatureVerdict[];
}

/**
 * Judges every signature of a PDF. Accepts only what passes every rule; a file
 * that breaks the reading, in whatever way, is refused with a reason and never
 * with an exception. Time and memory are bounded by the size of the file and by
 * 128 MB of inflated content; strangers' files still belong in a child process.
 */
export function verifySignatures(bytes: Buffer, policy: VerificationPolicy): FileVerdict {
  const findings: Finding[] = [];
  const signatures = judge(findings, 'file-unreadable', () => judgeFile(bytes, policy)) ?? [];
  return { ...conclude([...findings, ...signatures.flatMap((one) => one.findings)]), findings, signatures };
}

function judgeFile(bytes: Buffer, policy: VerificationPolicy): SignatureVerdict[] {
  const source = openSource(bytes, () => undefined);
  const now = new Revision(source, readSections(source, lastStart(bytes)));
  if (now.sections.some(({ trailer }) => trailer.has('/Encrypt'))) throw new Found('file-encrypted', 'Encrypt');
  const fields = findSignedFields(now);
  if (fields.length === 0) throw new Found('no-signature', 'no signed field');
  return fields.map((field) => judgeSignature(source, now, field, policy));
}

function judgeSignature(source: PdfSource, now: Revision, field: SignedField, policy: VerificationPolicy): SignatureVerdict {
  const findings: Finding[] = [];
  const coverage = judge(findings, 'range-wrong', () => readCoverage(source, now, field));
  const cms = coverage && judge(findings, 'cms-malformed', () => readFormat(field, coverage));
  if (cms) judge(findings, 'value-wrong', () => judgeValue(cms, coverage));
  const path = cms && judge(findings, 'chain-untrusted', () => judgeTrust(cms, policy, findings));
  const modifications =
    coverage && judge(findings, 'pages-changed-later', () => judgeLaterChanges(source, now, coverage, policy, findings));
  return {
    field: field.field,
    ...conclude(findings),
    findings,
    signer: cms ? presentSigner(cms.signer) : null,
    claimed: readClaims(field),
    coverage: coverage ? (coverage.end === source.bytes.length ? 'whole file' : 'earlier revision') : null,
    modifications: modifications ?? [],
    chain: path?.map(({ name }) => name) ?? [],
  };
}

function readFormat({ signature }: SignedField, { room }: Coverage): CmsSignature {
  const [type, format] = [signature.get('/Type') ?? '/Sig', signature.get('/SubFilter')];
  if (type !== '/Sig' || format !== '/ETSI.CAdES.detached')
    throw new Found('format-unknown', typeof format === 'string' ? format : 'SubFilter');
  return readCms(room);
}

function judgeValue(cms: CmsSignature, { parts }: Coverage): void {
  const digest = createHash(cms.digest).update(parts[0]).update(parts[1]).digest();
  if (!digest.equals(cms.messageDigest)) throw new Found('content-changed', cms.digest);
  if (!verify(cms.digest, cms.attributes, cms.signer.publicKey, cms.value)) throw new Found('value-wrong', 'signature value');
}

function judgeTrust(cms: CmsSignature, policy: VerificationPolicy, findings: Finding[]): CertificateFacts[] {
  const path = findPath(cms.signer, cms.others, policy.anchors);
  if (!path) throw new Found('chain-untrusted', cms.signer.issuerName);
  findings.push(...judgePath(path, policy, policy.at).map(({ code, detail }) => finding(code, detail)));
  return path;
}

function judgeLaterChanges(
  source: PdfSource,
  now: Revision,
  { end, signed }: Coverage,
  { allowedUpdate }: VerificationPolicy,
  findings: Finding[],
): Modification[] {
  if (end === source.bytes.length) return [];
  if (now.sections.length === signed.sections.length) throw new Found('range-wrong', 'bytes behind the signed range');
  const refused: Finding[] = [];
  if (allowedUpdate) {
    const allowed = judge(refused, 'update-not-allowed', () => checkUpdate(source.bytes, source.bytes.subarray(0, end), allowedUpdate));
    if (allowed) return ['number, date and seal'];
  }
  const changes = findLaterChanges(signed, now);
  const isGrave = changes.includes('pages') || changes.includes('structure');
  findings.push(finding(isGrave ? 'pages-changed-later' : 'form-changed-later', changes.join(', ')), ...refused);
  return changes;
}

function presentSigner(signer: CertificateFacts): SignatureVerdict['signer'] {
  const { name, organisation, issuerName, serial, fingerprint, validFrom, validTo } = signer;
  return {
    name,
    organisation,
    issuer: issuerName,
    serial,
    fingerprint,
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
  };
}

function readClaims({ signature }: SignedField): SignatureVerdict['claimed'] {
  const moment = judge([], 'file-unreadable', () => readLatin(signature.get('/M'))) ?? '';
  return { at: moment, name: readAnyText(signature.get('/Name')), reason: readAnyText(signature.get('/Reason')) };
}
