import { parsePlainDate } from '../domain/plain-date';
import { type SigningRecord } from '../domain/signing-record';
import { letterDate } from '../domain/words/dates';
import { listTrustAnchors } from './certificates';
import { type ResultRow } from './models/result';
import { recordedSignatures } from './signatures';
import { type Transaction } from './transaction';

/** All that is on record about a sealed result; undefined for one that is not sealed. */
export async function findSigningRecord(tx: Transaction, result: ResultRow): Promise<SigningRecord | undefined> {
  const { sealedSha256, sealedLength, numberText, issuedOn } = result;
  if (sealedSha256 === null || sealedLength === null || numberText === null || issuedOn === null) return undefined;
  const dateText = letterDate(parsePlainDate(issuedOn), 'vi');
  return {
    document: { sha256: sealedSha256, length: sealedLength },
    signatures: await recordedSignatures(tx, result.id, { numberText, dateText }),
    anchors: (await listTrustAnchors(tx)).map(({ certificate }) => certificate),
  };
}
