import { readCertificate } from '../../server/signing/pki/certificate';
import { type TrustPolicy } from '../../server/signing/pki/certification-path';
import { OID } from '../../server/signing/pki/oids';
import { readRevocationList } from '../../server/signing/pki/revocation-list';
import { createDemonstrationAuthority } from '../../server/signing/demonstration-authority';
import { verifySignatures } from '../../server/signing/verify/verify-signatures';
import { createOffice, trustIn, VALIDITY, type Office } from '../support/certificates';
import { createResult, leaderRequest, signResult, SIGNED_AT } from '../support/result-document';

let office: Office;
let base: Buffer;
let signed: Buffer;
const day = 86_400_000;
const WEEK = { from: new Date(SIGNED_AT.getTime() - day), to: new Date(SIGNED_AT.getTime() + 6 * day) };

beforeAll(async () => {
  office = await createOffice();
  base = await createResult();
  signed = await signResult(base, leaderRequest, office.leader);
}, 60_000);

function judge(policy: Partial<TrustPolicy>, at = SIGNED_AT, file = signed) {
  const { indication, signatures } = verifySignatures(file, { ...trustIn(office.authority), ...policy, at });
  return [indication, ...signatures.flatMap(({ findings }) => findings.map(({ code }) => code))];
}

async function lists(revoked: Date | null, period = WEEK) {
  const entries = revoked ? [{ certificate: office.leader.certificate, at: revoked }] : [];
  return (await office.authority.listRevoked(entries, period)).map(readRevocationList);
}

test('a certificate is judged at the time of signing: neither before its first day nor after its last', () => {
  expect(judge({})).toEqual(['TOTAL-PASSED']);
  expect(judge({}, new Date(VALIDITY.from.getTime() - 1000))).toContain('not-in-force');
  expect(judge({}, new Date(VALIDITY.to.getTime() + 1000))).toContain('not-in-force');
});

test('a certificate on the list of revoked ones is refused, also without any connection', async () => {
  expect(judge({ revocationLists: await lists(null) })).toEqual(['TOTAL-PASSED']);
  expect(judge({ revocationLists: await lists(new Date(SIGNED_AT.getTime() - 3600_000)) })).toEqual(['TOTAL-FAILED', 'revoked']);
  expect(judge({ revocationLists: await lists(new Date(SIGNED_AT.getTime() + 3600_000)) })).toEqual(['TOTAL-PASSED']);
});

test('where lists are required, a missing or an old one leaves the file to a person', async () => {
  const old = { from: new Date(SIGNED_AT.getTime() - 10 * day), to: new Date(SIGNED_AT.getTime() - day) };
  expect(judge({ revocation: 'required', revocationLists: await lists(null) })).toEqual(['TOTAL-PASSED']);
  expect(judge({ revocation: 'required' })).toEqual(['INDETERMINATE', 'revocation-unknown', 'revocation-unknown']);
  expect(judge({ revocation: 'required', revocationLists: await lists(null, old) })).toContain('revocation-unknown');
});

test('a list that the issuer did not sign says nothing', async () => {
  const [list, above] = await lists(new Date(SIGNED_AT.getTime() - 3600_000));
  const forged = { ...list!, value: Buffer.from(list!.value).fill(7, 10, 20) };
  expect(judge({ revocationLists: [forged, above!] })).toEqual(['TOTAL-PASSED']);
  expect(judge({ revocation: 'required', revocationLists: [forged, above!] })).toEqual(['INDETERMINATE', 'revocation-unknown']);
});

test('another authority of the same name is not trusted', async () => {
  const other = await createDemonstrationAuthority('Cơ quan chứng thực minh họa tỉnh Hà Tĩnh', VALIDITY, 2048);
  expect(judge({ anchors: [readCertificate(other.root)] })).toEqual(['INDETERMINATE', 'chain-untrusted']);
  expect(judge({ anchors: [] })).toEqual(['INDETERMINATE', 'chain-untrusted']);
});

test('a certificate for another purpose is left to a person, unless the office accepts that purpose', async () => {
  const holder = { name: 'Lê Thị Thu Hà', validity: VALIDITY, extendedKeyUsage: [OID.clientAuth] };
  const file = await signResult(base, leaderRequest, await office.authority.issue(holder));
  expect(judge({}, SIGNED_AT, file)).toEqual(['INDETERMINATE', 'usage-wrong']);
  expect(judge({ extendedKeyUsage: [OID.clientAuth] }, SIGNED_AT, file)).toEqual(['TOTAL-PASSED']);
});

test('a certificate issued by somebody who is no authority is refused', async () => {
  const { leader, agency } = office;
  const file = await signResult(base, leaderRequest, { ...leader, chain: [agency.certificate] });
  expect(judge({}, SIGNED_AT, file)).toEqual(['INDETERMINATE', 'chain-untrusted']);
  expect(judge({ anchors: [readCertificate(leader.chain[0]!)] }, SIGNED_AT, file)).toEqual(['TOTAL-PASSED']);
});
