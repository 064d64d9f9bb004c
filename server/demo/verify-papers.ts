import { type SigningRecordShape } from '../contract/result-shapes';
import { AGENCY_FIELD, CENTRE_FIELD, LEADER_FIELD, NUMBER_FIELD, DATE_FIELD, type SigningRecord } from '../domain/signing-record';
import { readCertificate } from '../signing/pki/certificate';
import { OID } from '../signing/pki/oids';
import { judgeRecord } from '../signing/verify/judge-record';
import { type SignatureVerdict } from '../signing/verify/verdict';
import { verifySignatures } from '../signing/verify/verify-signatures';
import { expectSame, expectThat } from './deviation';
import { type Stage } from './stage';

/** The centre's own seal on a letter: one signature over the whole file, of the centre, led up to a published root. */
export function verifyLetter({ anchors, say }: Stage, file: Buffer, { centre, at }: { centre: string; at: string }): void {
  const policy = { ...trustIn(anchors), at: new Date(at) };
  const { indication, signatures } = verifySignatures(file, policy);
  expectSame(
    `chữ ký trên phiếu của ${centre}`,
    [indication, signatures.map(summed)],
    ['TOTAL-PASSED', [[CENTRE_FIELD, centre, 'whole file']]],
  );
  expectThat(verifySignatures(altered(file), policy).indication === 'TOTAL-FAILED', 'phiếu bị sửa một byte phải bị phát hiện');
  for (const signature of signatures) say(told(signature));
}

/** A result: leader, then seal, each strictly what the record says, number and date filled by the seal's own act and nothing else. */
export function verifyResult(
  { anchors, say }: Stage,
  file: Buffer,
  { record, signer, agency, number }: { record: SigningRecordShape; signer: string; agency: string; number: string },
): void {
  const whole = recordFrom(record, anchors);
  const { isReleasable, findings, values, signatures } = judgeRecord(file, whole);
  expectThat(isReleasable, `kết quả không qua được kiểm tra chặt: ${findings.map(({ vi }) => vi).join('; ')}`);
  expectSame(
    'người ký trước, con dấu sau',
    signatures.map(({ field, signer: by }) => [field, by?.name]),
    [
      [LEADER_FIELD, signer],
      [AGENCY_FIELD, agency],
    ],
  );
  expectSame('số trên văn bản', values[NUMBER_FIELD], number);
  expectThat(!judgeRecord(altered(file), whole).isReleasable, 'kết quả bị sửa một byte phải bị giữ lại');
  for (const signature of signatures) say(told(signature));
  say(`${' '.repeat(12)}số ${number}, ${values[DATE_FIELD] ?? ''}: điền trong chính lần đóng dấu, ngoài ra không gì thay đổi`);
  say(`${' '.repeat(12)}đúng từng byte với bản đã đóng dấu; thử đổi một bit thì bị phát hiện`);
}

function trustIn(anchors: readonly Buffer[]) {
  return {
    anchors: anchors.map((der) => readCertificate(der)),
    revocationLists: [],
    revocation: 'where known',
    extendedKeyUsage: [OID.documentSigning, OID.emailProtection],
  } as const;
}

function recordFrom({ document, signatures }: SigningRecordShape, anchors: readonly Buffer[]): SigningRecord {
  return {
    document,
    signatures: signatures.map(({ certificate, at, revokedAt, ...rest }) => ({
      ...rest,
      certificate: Buffer.from(certificate, 'base64'),
      at: new Date(at),
      revokedAt: revokedAt === null ? null : new Date(revokedAt),
    })),
    anchors,
  };
}

/** The same file with one bit turned over in the middle of what is signed: a verifier that lets it pass proves nothing. */
function altered(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  const at = Math.floor(copy.length / 3);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function summed({ field, signer, coverage }: SignatureVerdict): unknown[] {
  return [field, signer?.name, coverage];
}

function told({ field, indication, signer }: SignatureVerdict): string {
  const verdict = indication === 'TOTAL-PASSED' ? 'hợp lệ' : 'không hợp lệ';
  return `${' '.repeat(12)}${ROLES[field] ?? field}: ${signer?.name ?? '?'} – ${verdict} (${indication})`;
}

const ROLES: Readonly<Record<string, string>> = {
  [LEADER_FIELD]: 'chữ ký người có thẩm quyền',
  [AGENCY_FIELD]: 'con dấu cơ quan',
  [CENTRE_FIELD]: 'con dấu Trung tâm',
};
