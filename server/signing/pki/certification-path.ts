import { X509Certificate, type KeyObject } from 'node:crypto';
import { type SignatureFinding } from '../../domain/signature-finding';
import { type CertificateFacts } from './certificate';
import { SIGNATURES } from './oids';
import { findRevocation, type RevocationList } from './revocation-list';

/** Whom and what verification trusts. */
export interface TrustPolicy {
  /** Roots, read once by `readCertificate`. */
  readonly anchors: readonly CertificateFacts[];
  readonly revocationLists: readonly RevocationList[];
  /** `required`: a certificate of which no fresh list speaks is not accepted without a person. */
  readonly revocation: 'required' | 'where known';
  /**
   * Extended key usages that a signer's certificate may name; one that names
   * none is accepted. Vietnamese public authorities differ, so this is
   * configuration.
   */
  readonly extendedKeyUsage: readonly string[];
}

export interface PathProblem {
  readonly code: SignatureFinding;
  readonly detail: string;
}

const LONGEST_PATH = 6;

/** From the certificate up to an anchor, each signed by the next one's key; undefined when none leads there. */
export function findPath(
  certificate: CertificateFacts,
  pool: readonly CertificateFacts[],
  anchors: readonly CertificateFacts[],
): CertificateFacts[] | undefined {
  return climb([certificate], pool, anchors);
}

function climb(
  path: CertificateFacts[],
  pool: readonly CertificateFacts[],
  anchors: readonly CertificateFacts[],
): CertificateFacts[] | undefined {
  const top = path.at(-1)!;
  if (path.length >= LONGEST_PATH) return undefined;
  const anchor = anchors.find((candidate) => isIssuedBy(top, candidate));
  if (anchor) return [...path, anchor];
  const steps = pool.filter((candidate) => !path.some((one) => one.der.equals(candidate.der)) && isIssuedBy(top, candidate));
  for (const step of steps) {
    const found = climb([...path, step], pool, anchors);
    if (found) return found;
  }
  return undefined;
}

/** Names compared by their bytes, then the signature itself. */
function isIssuedBy(certificate: CertificateFacts, issuer: CertificateFacts): boolean {
  const isNamed = certificate.issuer.equals(issuer.subject);
  const isKeyed = certificate.authorityKey === null || issuer.subjectKey === null || certificate.authorityKey === issuer.subjectKey;
  return isNamed && isKeyed && new X509Certificate(certificate.der).verify(issuer.publicKey);
}

/** All that is wrong with a path at an instant (RFC 5280 section 6). */
export function judgePath(path: readonly CertificateFacts[], policy: TrustPolicy, at: Date): PathProblem[] {
  const [signer, ...issuers] = path;
  return [
    ...path.flatMap((one) => judgeCertificate(one, at)),
    ...path.slice(0, -1).flatMap((one) => judgeAlgorithm(one)),
    ...issuers.flatMap((one, index) => judgeIssuer(one, index)),
    ...judgeSigner(signer!, policy),
    ...path.slice(0, -1).flatMap((one, index) => judgeRevocation(one, path[index + 1]!, policy, at)),
  ];
}

function judgeCertificate(certificate: CertificateFacts, at: Date): PathProblem[] {
  const { name, validFrom, validTo, unknownCritical } = certificate;
  const problems: PathProblem[] = [];
  if (!(at >= validFrom && at <= validTo)) {
    problems.push({ code: 'not-in-force', detail: `${name}: ${validFrom.toISOString()} – ${validTo.toISOString()}` });
  }
  if (unknownCritical.length > 0) problems.push({ code: 'chain-broken', detail: `${name}: critical ${unknownCritical.join(', ')}` });
  if (!isStrongKey(certificate.publicKey)) problems.push({ code: 'algorithm-weak', detail: `${name}: key` });
  return problems;
}

function judgeAlgorithm({ name, signatureAlgorithm }: CertificateFacts): PathProblem[] {
  return SIGNATURES[signatureAlgorithm] ? [] : [{ code: 'algorithm-weak', detail: `${name}: ${signatureAlgorithm}` }];
}

/** `below` counts the authorities between this one and the signer. */
function judgeIssuer({ name, isAuthority, pathLength, keyUsage }: CertificateFacts, below: number): PathProblem[] {
  const problems: PathProblem[] = [];
  if (!isAuthority) problems.push({ code: 'chain-broken', detail: `${name} is no authority` });
  if (pathLength !== null && below > pathLength) problems.push({ code: 'chain-broken', detail: `${name}: path too long` });
  if (keyUsage && !keyUsage.has('keyCertSign')) problems.push({ code: 'chain-broken', detail: `${name} may not issue certificates` });
  return problems;
}

function judgeSigner({ name, isAuthority, keyUsage, extendedKeyUsage }: CertificateFacts, policy: TrustPolicy): PathProblem[] {
  const maySign = keyUsage === null || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation');
  const isMeant = extendedKeyUsage === null || extendedKeyUsage.some((usage) => policy.extendedKeyUsage.includes(usage));
  const isRight = maySign && isMeant && !isAuthority;
  return isRight ? [] : [{ code: 'usage-wrong', detail: `${name}: ${[...(keyUsage ?? []), ...(extendedKeyUsage ?? [])].join(', ')}` }];
}

function judgeRevocation(certificate: CertificateFacts, issuer: CertificateFacts, policy: TrustPolicy, at: Date): PathProblem[] {
  const revocation = findRevocation(certificate, issuer, policy.revocationLists, at);
  if (revocation.state === 'revoked') return [{ code: 'revoked', detail: `${certificate.name}: ${revocation.at.toISOString()}` }];
  const isOpen = revocation.state === 'unknown' && policy.revocation === 'required';
  return isOpen ? [{ code: 'revocation-unknown', detail: certificate.name }] : [];
}

function isStrongKey(key: KeyObject): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= 2048 && modulusLength <= 8192;
  return key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve);
}
