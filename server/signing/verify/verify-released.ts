import { createHash } from 'node:crypto';
import { type TrustPolicy } from '../pki/certification-path';
import { checkUpdate, type UpdateRules } from './check-update';
import { conclude, finding, Found, judge, type Finding, type SignatureVerdict } from './verdict';
import { verifySignatures } from './verify-signatures';

/** One signing act on record: what lay before it, what it was allowed to do, whose certificate had to sign, and when it did. */
export interface SigningStep {
  /** The file before this act, as it was recorded. */
  readonly before: { readonly length: number; readonly sha256: string };
  readonly rules: UpdateRules;
  /** Fingerprints of the certificates that may stand here: the leader's, or those of the agency. */
  readonly certificates: ReadonlySet<string>;
  readonly at: Date;
}

export interface ReleaseVerdict {
  /** Only then may the document leave the office. */
  readonly isReleasable: boolean;
  readonly findings: readonly Finding[];
  /** Number and date as they stand in the document. */
  readonly values: Readonly<Record<string, string>>;
  readonly signatures: readonly SignatureVerdict[];
}

/**
 * The check before a result is released, and again whenever somebody asks: the
 * file is the recorded base plus exactly the recorded signing acts, in order,
 * each strictly what it was allowed to be, each signature sound and of the
 * right certificate. A number or a seal that was tampered with anywhere on the
 * way stops here (NĐ 30/2020 Art. 15).
 */
export function verifyReleased(bytes: Buffer, steps: readonly SigningStep[], trust: TrustPolicy): ReleaseVerdict {
  const findings: Finding[] = [];
  const values: Record<string, string> = {};
  const signatures = steps.flatMap((step, index) => {
    const until = steps[index + 1]?.before.length ?? bytes.length;
    const checked = judge(findings, 'update-not-allowed', () => checkStep(bytes.subarray(0, until), step));
    Object.assign(values, checked);
    return judge(findings, 'file-unreadable', () => judgeStep(bytes.subarray(0, until), step, index + 1, trust)) ?? [];
  });
  if (steps.length === 0) findings.push(finding('no-signature', 'no step on record'));
  const all = [...findings, ...signatures.flatMap((one) => one.findings)];
  return { isReleasable: conclude(all).indication === 'TOTAL-PASSED', findings: all, values, signatures };
}

function checkStep(file: Buffer, { before, rules }: SigningStep): Readonly<Record<string, string>> {
  const earlier = file.subarray(0, before.length);
  const isRecorded = earlier.length === before.length && createHash('sha256').update(earlier).digest('hex') === before.sha256;
  if (!isRecorded) throw new Found('not-the-recorded-file', `${before.length} bytes`);
  return checkUpdate(file, earlier, rules).values;
}

/** Judges the file as this act left it, so that its signature covers the whole. */
function judgeStep(file: Buffer, { rules, certificates, at }: SigningStep, count: number, trust: TrustPolicy): SignatureVerdict {
  const { findings, signatures } = verifySignatures(file, { ...trust, at });
  const [problem] = findings;
  if (problem) throw new Found(problem.code, problem.detail);
  if (signatures.length !== count) throw new Found('other-signatures', `${signatures.length} instead of ${count}`);
  const own = signatures.find(({ field }) => field === rules.signature);
  if (!own) throw new Found('other-signatures', `none in ${rules.signature}`);
  if (own.signer && certificates.has(own.signer.fingerprint)) return own;
  const findingsOfOwn = [...own.findings, finding('wrong-signer', own.signer?.name ?? '?')];
  return { ...own, findings: findingsOfOwn, ...conclude(findingsOfOwn) };
}
