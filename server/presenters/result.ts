import { type ResultShape, type SignatureBatchShape, type SigningRecordShape, type TrustAnchorShape } from '../contract/result-shapes';
import { Refusal, type RefusalCode } from '../domain/refusal';
import { type SigningRecord } from '../domain/signing-record';
import { refusalText } from '../domain/words/refusal-text';
import { type Actor } from '../policies/actor';
import { type ListedResult } from '../queries/results/list-results';
import { type ResultRow } from '../store/models/result';
import { type SignatureBatchRow } from '../store/models/signature-batch';
import { type SignatureRequestRow } from '../store/models/signature-request';
import { type TrustAnchorRow } from '../store/models/trust-anchor';
import { type NamedWetOriginal } from '../store/wet-originals';

/** A result as its reader sees it; the hashes are for those who sign and seal. */
export function presentResult(actor: Actor, { paper, ...result }: ListedResult): ResultShape {
  const { signer } = result.facts as { signer?: { name?: string } };
  return {
    id: result.id,
    outcome: result.outcome,
    kind: result.kind,
    state: result.state,
    signerName: signer?.name ?? null,
    nextSha256: actor.kind === 'staff' ? nextFile(result) : null,
    number: result.numberText,
    issuedOn: result.issuedOn,
    draftedAt: result.draftedAt.toISOString(),
    voidedAt: result.voidedAt?.toISOString() ?? null,
    voidReason: result.voidReason,
    releasedAt: result.releasedAt?.toISOString() ?? null,
    onPaper: paper && presentPaper(paper),
  };
}

function presentPaper(paper: NamedWetOriginal): NonNullable<ResultShape['onPaper']> {
  const { originals, blankNumbers, spoiled, signerName, authorityText, sealerName, scanFileId } = paper;
  return {
    originals,
    blankNumbers,
    spoiled,
    printedAt: paper.printedAt.toISOString(),
    signerName,
    authorityText,
    signedAt: paper.signedAt?.toISOString() ?? null,
    sealerName,
    sealedAt: paper.sealedAt?.toISOString() ?? null,
    scanFileId,
    scannedAt: paper.scannedAt?.toISOString() ?? null,
  };
}

function nextFile({ state, baseSha256, signedSha256 }: ResultRow): string | null {
  if (state === 'submitted') return baseSha256;
  return state === 'signed' ? signedSha256 : null;
}

type Batch = { batch: SignatureBatchRow; requests: readonly SignatureRequestRow[] };

/** How far a batch has come, item by item. */
export function presentBatch({ batch, requests }: Batch): SignatureBatchShape {
  return {
    id: batch.id,
    kind: batch.kind,
    requestedAt: batch.requestedAt.toISOString(),
    isFinished: requests.every(({ state }) => state === 'done' || state === 'failed'),
    needsPin: requests.some(({ state }) => state === 'pin-needed'),
    items: requests.map((request) => ({
      id: request.id,
      resultId: request.resultId,
      dossierId: request.dossierId,
      state: request.state,
      refusal: request.refusal === null ? null : presentRefusal(request.refusal as RefusalCode, request.facts ?? {}),
      number: numberOf(request),
      finishedAt: request.finishedAt?.toISOString() ?? null,
    })),
  };
}

function presentRefusal(code: RefusalCode, facts: Record<string, unknown>) {
  const refusal = new Refusal(code, facts);
  return { code, detail: refusalText(refusal, 'vi'), detailEn: refusalText(refusal, 'en') };
}

function numberOf({ state, facts }: SignatureRequestRow): string | null {
  const number = facts?.['number'];
  return state === 'done' && typeof number === 'string' ? number : null;
}

/** The record without its roots: those are the same for every document, and published apart. */
export function presentSigningRecord({ document, signatures }: SigningRecord): SigningRecordShape {
  return {
    document: { ...document },
    signatures: signatures.map(({ field, before, certificate, shown, fills, at, revokedAt }) => ({
      field,
      before: { ...before },
      certificate: Buffer.from(certificate).toString('base64'),
      shown: 'image' in shown ? { image: shown.image } : { lines: [...shown.lines] },
      fills: { ...fills },
      at: at.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    })),
  };
}

export function presentTrustAnchor({ subject, certificate, validFromAt, validToAt, demonstration }: TrustAnchorRow): TrustAnchorShape {
  return {
    subject,
    certificate: certificate.toString('base64'),
    validFrom: validFromAt.toISOString(),
    validTo: validToAt.toISOString(),
    isDemonstration: demonstration,
  };
}
