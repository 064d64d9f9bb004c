import { type Context } from '../../casework/context';
import { Refusal, refuseUnless } from '../../domain/refusal';
import { type FileStore } from '../../files/file-store';
import { judgePicture } from '../../files/picture';
import { readableOf } from '../../files/readable-of';
import { readCertificate } from '../../signing/pki/certificate';
import { findPath } from '../../signing/pki/certification-path';
import { type OpenedKey, openPkcs12, writePkcs12 } from '../../signing/pki/pkcs12';
import { refuseOutOfForce } from '../../signing/signer';
import { findAgencyByCode } from '../../store/agencies';
import { insertCertificate, listTrustAnchors } from '../../store/certificates';
import { readStaffMember } from '../../store/staff';

export type CertificateHolding =
  { kind: 'person'; staffId: string } | { kind: 'agency'; agencyCode: string } | { kind: 'centre-server'; agencyCode: string };

export type RegisterCertificate = {
  holding: CertificateHolding;
  /** PKCS#12. */
  container: Uint8Array;
  pin: string;
  /** PNG: what the signature shows on paper; null: words only. */
  image: Uint8Array | null;
  isDemonstration: boolean;
};

/** What the installation adds. */
export type CertificateKeeping = {
  files: FileStore;
  /** With this the server opens a centre's certificate when nobody is there to type a PIN. */
  centrePin: string;
};

const MOST_IMAGE_BYTES = 1_048_576;
const IMAGE_LIMITS = { maxPixels: 4_000_000, maxSeconds: 5 };

/**
 * Registers the certificate of a signer, the seal of an agency, or the server
 * certificate of a centre. A person's or an agency's container stays closed with
 * its own PIN, which is used here once and kept nowhere; a centre's is closed
 * anew for the server.
 *
 * Refuses `pin-wrong`, and `certificate-unusable` for one that is damaged, not in
 * force, or of an authority that nobody here trusts.
 */
export async function registerCertificate(
  context: Context,
  input: RegisterCertificate,
  keeping: CertificateKeeping,
): Promise<{ id: string }> {
  const { tx, now } = context;
  const { holding, container, pin, image, isDemonstration } = input;
  const opened = openPkcs12(container, pin);
  const facts = refuseOutOfForce(opened.certificate, now);
  const anchors = (await listTrustAnchors(tx)).map(({ certificate }) => readCertificate(certificate));
  refuseUnless(findPath(facts, opened.chain.map(readCertificate), anchors), 'certificate-unusable', { why: facts.issuerName });
  const isServers = holding.kind === 'centre-server';
  const { id } = await insertCertificate(tx, {
    holder: holding.kind,
    ...(await holderOf(context, holding)),
    subject: facts.name,
    serial: facts.serial,
    certificate: opened.certificate,
    keyContainer: isServers ? closedForServer(opened, keeping.centrePin) : Buffer.from(container),
    imageSha256: image && (await keepImage(keeping.files, image)),
    validFromAt: facts.validFrom,
    validToAt: facts.validTo,
    revokedAt: null,
    demonstration: isDemonstration,
    createdAt: now,
  });
  return { id };
}

async function holderOf({ tx }: Context, holding: CertificateHolding): Promise<{ staffId: string | null; agencyId: number | null }> {
  if (holding.kind === 'person') return { staffId: (await readStaffMember(tx, holding.staffId)).id, agencyId: null };
  const agency = await findAgencyByCode(tx, holding.agencyCode);
  refuseUnless(agency && (holding.kind === 'agency' || agency.kind === 'centre'), 'not-found');
  return { staffId: null, agencyId: agency.id };
}

function closedForServer(opened: OpenedKey, centrePin: string): Buffer {
  if (opened.key.asymmetricKeyType !== 'rsa') throw new Refusal('certificate-unusable', { why: 'RSA' });
  return writePkcs12(opened, centrePin);
}

async function keepImage(files: FileStore, image: Uint8Array): Promise<string> {
  await judgePicture(readableOf(image), IMAGE_LIMITS);
  return (await files.put(readableOf(image), { maxBytes: MOST_IMAGE_BYTES })).sha256;
}
