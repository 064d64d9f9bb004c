import { verify } from 'node:crypto';
import * as pkijs from 'pkijs';
import { instant, type CertificateFacts } from './certificate';
import { SIGNATURES } from './oids';

/** A certificate revocation list, parsed once and kept by the caller: a large one takes a second to read (RFC 5280 section 5). */
export interface RevocationList {
  readonly issuer: Buffer;
  readonly issuedAt: Date;
  /** A list that promises no successor is never taken as fresh. */
  readonly nextAt: Date | null;
  /** Serial (hex) to the instant of revocation. */
  readonly revoked: ReadonlyMap<string, Date>;
  readonly signed: Buffer;
  readonly value: Buffer;
  readonly signatureAlgorithm: string;
  /** Covers only some certificates or changes (critical extension): says nothing about the others. */
  readonly isPartial: boolean;
}

/** @throws Error when the bytes are no revocation list. */
export function readRevocationList(der: Uint8Array): RevocationList {
  const list = pkijs.CertificateRevocationList.fromBER(new Uint8Array(der).buffer);
  const entries = list.revokedCertificates ?? [];
  return {
    issuer: Buffer.from(list.issuer.valueBeforeDecode),
    issuedAt: instant(list.thisUpdate.value),
    nextAt: list.nextUpdate ? instant(list.nextUpdate.value) : null,
    revoked: new Map(entries.map((entry) => [serialOf(entry), instant(entry.revocationDate.value)])),
    signed: Buffer.from(list.tbsView),
    value: Buffer.from(list.signatureValue.valueBlock.valueHexView),
    signatureAlgorithm: list.signatureAlgorithm.algorithmId,
    isPartial: (list.crlExtensions?.extensions ?? []).some((one) => one.critical),
  };
}

function serialOf(entry: pkijs.RevokedCertificate): string {
  return Buffer.from(entry.userCertificate.valueBlock.valueHexView).toString('hex');
}

export type Revocation = { readonly state: 'good' | 'unknown' } | { readonly state: 'revoked'; readonly at: Date };

/**
 * Whether the lists at hand say that `certificate` was revoked by `at`. A list
 * counts only when its issuer signed it. An old list still tells of revocation,
 * but only one that covers `at` tells of its absence.
 */
export function findRevocation(
  certificate: CertificateFacts,
  issuer: CertificateFacts,
  lists: readonly RevocationList[],
  at: Date,
): Revocation {
  const own = lists.filter((list) => list.issuer.equals(certificate.issuer) && isSignedBy(list, issuer));
  const instants = own.flatMap((list) => list.revoked.get(certificate.serial) ?? []);
  const earliest = instants.sort((one, other) => one.getTime() - other.getTime())[0];
  if (earliest && earliest <= at) return { state: 'revoked', at: earliest };
  const isCovered = own.some((list) => !list.isPartial && list.issuedAt <= at && list.nextAt !== null && at <= list.nextAt);
  return { state: isCovered ? 'good' : 'unknown' };
}

function isSignedBy(list: RevocationList, issuer: CertificateFacts): boolean {
  const algorithm = SIGNATURES[list.signatureAlgorithm];
  const maySign = issuer.keyUsage === null || issuer.keyUsage.has('cRLSign');
  if (!algorithm || !maySign || issuer.publicKey.asymmetricKeyType !== algorithm.key) return false;
  return verify(algorithm.digest, list.signed, issuer.publicKey, list.value);
}
