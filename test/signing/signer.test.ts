import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCertificate } from '../../server/signing/pki/certificate';
import { openPkcs12 } from '../../server/signing/pki/pkcs12';
import { checkStrictDer } from '../../server/signing/pki/strict-der';
import { openLocalSigner, refuseOutOfForce, signDigest, type Signer } from '../../server/signing/signer';
import { readCms } from '../../server/signing/verify/read-cms';
import { createOffice, PIN, VALIDITY, type Office } from '../support/certificates';
import { SIGNED_AT } from '../support/result-document';
import { run, testWith } from '../support/tools';

let office: Office;
const digest = Buffer.alloc(32, 5);
const folder = mkdtempSync(join(tmpdir(), 'signer-'));
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  office = await createOffice();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('a PIN opens the container, and the certificates come out byte for byte, without the root', () => {
  const { certificate, chain } = office.leader;
  const opened = openPkcs12(office.leader.container(PIN), PIN);
  expect(opened.certificate.equals(certificate)).toBe(true);
  expect(opened.chain.map((one) => one.toString('hex'))).toEqual(chain.map((one) => one.toString('hex')));
});

test('a wrong PIN and a damaged container are told apart', () => {
  const container = office.leader.container(PIN);
  expect(() => openLocalSigner(container, '135791')).toThrow('pin-wrong');
  expect(() => openLocalSigner(container.subarray(0, 500), PIN)).toThrow('certificate-unusable');
  expect(() => openLocalSigner(Buffer.from('no container'), PIN)).toThrow('certificate-unusable');
});

test('the signature is strict DER and names the signer by the bytes of the certificate', async () => {
  const cms = await signDigest(openLocalSigner(office.leader.container(PIN), PIN), digest, SIGNED_AT);
  expect(() => checkStrictDer(cms)).not.toThrow();
  const { signer, others, messageDigest } = readCms(cms);
  expect([signer.name, others.map(({ name }) => name)]).toEqual(['Nguyễn Thị Ánh Tuyết', ['Cơ quan chứng thực minh họa tỉnh Hà Tĩnh']]);
  expect(messageDigest.equals(digest)).toBe(true);
  expect(cms.includes(readCertificate(office.leader.certificate).issuer)).toBe(true);
  expect(cms.includes(office.authority.root)).toBe(false);
  expect(cms.length).toBeLessThan(3500);
});

test('nobody signs before the certificate begins or after it ends', async () => {
  const signer = openLocalSigner(office.leader.container(PIN), PIN);
  const [early, late] = [new Date(VALIDITY.from.getTime() - 1000), new Date(VALIDITY.to.getTime() + 1000)];
  await expect(signDigest(signer, digest, early)).rejects.toThrow('certificate-unusable');
  await expect(signDigest(signer, digest, late)).rejects.toThrow('certificate-unusable');
  expect(() => refuseOutOfForce(signer.certificate, late)).toThrow('certificate-unusable');
  expect(refuseOutOfForce(signer.certificate, SIGNED_AT).name).toBe('Nguyễn Thị Ánh Tuyết');
});

test('a value that another key made is not believed', async () => {
  const { certificate, chain } = office.leader;
  const signer: Signer = { certificate, chain, sign: async (attributes) => sign('sha256', attributes, office.agency.key) };
  await expect(signDigest(signer, digest, SIGNED_AT)).rejects.toThrow('certificate-unusable');
});

test('an authority names people and agencies with all their letters', () => {
  const x509 = new X509Certificate(office.leader.certificate);
  expect(x509.subject).toBe('C=VN\nO=Ủy ban nhân dân tỉnh Hà Tĩnh\nCN=Nguyễn Thị Ánh Tuyết');
  const facts = readCertificate(office.leader.certificate);
  expect(facts).toMatchObject({ isAuthority: false, unknownCritical: [], validFrom: VALIDITY.from, validTo: VALIDITY.to });
  expect([...facts.keyUsage!]).toEqual(['digitalSignature', 'nonRepudiation']);
});

testWith('openssl')('containers that openssl made are opened too, with RSA and with EC keys', async () => {
  const name = ['-utf8', '-subj', '/C=VN/O=Sở Tư pháp tỉnh Hà Tĩnh/CN=Đặng Quốc Khánh'];
  for (const key of [['rsa:2048'], ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']]) {
    run(
      'openssl',
      'req',
      '-x509',
      '-newkey',
      ...key,
      '-nodes',
      ...name,
      '-days',
      '4000',
      '-keyout',
      path('key'),
      '-out',
      path('certificate'),
    );
    run('openssl', 'pkcs12', '-export', '-inkey', path('key'), '-in', path('certificate'), '-passout', `pass:${PIN}`, '-out', path('p12'));
    const own = new X509Certificate(readFileSync(path('certificate')));
    const signer = openLocalSigner(readFileSync(path('p12')), PIN);
    expect(signer.certificate.equals(own.raw)).toBe(true);
    const at = new Date(own.validTo);
    expect(readCms(await signDigest(signer, digest, at)).signer.name).toBe('Đặng Quốc Khánh');
  }
  const { certificate, chain } = openLocalSigner(readFileSync(path('p12')), PIN);
  const key = createPrivateKey(readFileSync(path('key')));
  const token: Signer = { certificate, chain, sign: async (attributes) => sign('sha256', attributes, { key, dsaEncoding: 'ieee-p1363' }) };
  const at = new Date(new X509Certificate(certificate).validTo);
  for (let round = 0; round < 20; round++) checkStrictDer(readCms(await signDigest(token, digest, at)).value);
});
