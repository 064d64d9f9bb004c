import { type SignatureFinding } from '../../domain/signature-finding';
import { signatureFindingSentences } from '../../domain/words/signature-findings';

/** ETSI EN 319 102-1 section 5: accepted, a person has to look, refused. */
export type Indication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED';

export interface Finding {
  readonly code: SignatureFinding;
  readonly indication: Exclude<Indication, 'TOTAL-PASSED'>;
  /** The standard's own word for it. */
  readonly sub: string;
  readonly vi: string;
  readonly en: string;
  /** For the engineer: which rule, where. */
  readonly detail: string;
}

export interface SignatureVerdict {
  readonly field: string;
  readonly indication: Indication;
  readonly sub: string | null;
  readonly findings: readonly Finding[];
  readonly signer: {
    readonly name: string;
    readonly organisation: string | null;
    readonly issuer: string;
    readonly serial: string;
    readonly fingerprint: string;
    readonly validFrom: string;
    readonly validTo: string;
  } | null;
  /** What the document says about when, who and why; the signer's claim, not a proof. */
  readonly claimed: { readonly at: string; readonly name: string; readonly reason: string };
  readonly coverage: 'whole file' | 'earlier revision' | null;
  /** Kinds of change after this signature. */
  readonly modifications: readonly Modification[];
  /** Names from the signer's certificate up to the trusted one. */
  readonly chain: readonly string[];
}

export type Modification = 'number, date and seal' | 'pages' | 'structure' | 'form' | 'annotations';

const JUDGED: Record<SignatureFinding, readonly [Finding['indication'], string]> = {
  'file-unreadable': ['TOTAL-FAILED', 'FORMAT_FAILURE'],
  'file-encrypted': ['INDETERMINATE', 'SIGNED_DATA_NOT_FOUND'],
  'no-signature': ['INDETERMINATE', 'NO_SIGNATURE_FOUND'],
  'other-signatures': ['TOTAL-FAILED', 'SIG_CONSTRAINTS_FAILURE'],
  'not-the-recorded-file': ['TOTAL-FAILED', 'SIG_CONSTRAINTS_FAILURE'],
  'update-not-allowed': ['TOTAL-FAILED', 'SIG_CONSTRAINTS_FAILURE'],
  'range-wrong': ['TOTAL-FAILED', 'FORMAT_FAILURE'],
  'format-unknown': ['INDETERMINATE', 'GENERIC'],
  'cms-malformed': ['TOTAL-FAILED', 'FORMAT_FAILURE'],
  'algorithm-weak': ['INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE'],
  'content-changed': ['TOTAL-FAILED', 'HASH_FAILURE'],
  'value-wrong': ['TOTAL-FAILED', 'SIG_CRYPTO_FAILURE'],
  'pages-changed-later': ['TOTAL-FAILED', 'SIG_CONSTRAINTS_FAILURE'],
  'form-changed-later': ['INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'],
  'wrong-signer': ['TOTAL-FAILED', 'SIG_CONSTRAINTS_FAILURE'],
  'chain-untrusted': ['INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND'],
  'chain-broken': ['INDETERMINATE', 'CERTIFICATE_CHAIN_GENERAL_FAILURE'],
  'not-in-force': ['INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE'],
  revoked: ['TOTAL-FAILED', 'REVOKED'],
  'revocation-unknown': ['INDETERMINATE', 'TRY_LATER'],
  'usage-wrong': ['INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE'],
};

export function finding(code: SignatureFinding, detail: string): Finding {
  const [indication, sub] = JUDGED[code];
  return { code, indication, sub, ...signatureFindingSentences[code], detail };
}

/** Thrown by a step that cannot go on; the verdict keeps the finding. */
export class Found extends Error {
  readonly finding: Finding;

  constructor(code: SignatureFinding, detail: string) {
    super(`${code}: ${detail}`);
    this.finding = finding(code, detail);
  }
}

/**
 * Runs one step of judging. Whatever it throws becomes a finding: a hostile
 * file may break a step in ways nobody thought of, and must never pass by it.
 */
export function judge<Answer>(findings: Finding[], otherwise: SignatureFinding, step: () => Answer): Answer | undefined {
  try {
    return step();
  } catch (error) {
    findings.push(error instanceof Found ? error.finding : finding(otherwise, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

/** The worst of all. */
export function conclude(findings: readonly Finding[]): { indication: Indication; sub: string | null } {
  const worst = findings.find(({ indication }) => indication === 'TOTAL-FAILED') ?? findings[0];
  return worst ? { indication: worst.indication, sub: worst.sub } : { indication: 'TOTAL-PASSED', sub: null };
}
