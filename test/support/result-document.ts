import { createHash, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@cantoo/fontkit';
import { PDFDocument, type PDFFont } from 'pdf-lib';
import { readRegisteredImage } from '../../server/documents/appearance';
import { embedSignature } from '../../server/documents/embed-signature';
import { applySignature, BASELINE_ROOM, closeUpdate, openForUpdate, type SignatureRequest } from '../../server/documents/prepare-signature';
import {
  addSignatureFields,
  AGENCY_FIELD,
  DATE_FIELD,
  LEADER_FIELD,
  NUMBER_FIELD,
  saveForSigning,
  sealBox,
  type Box,
} from '../../server/documents/signature-fields';
import { type IssuedCertificate } from '../../server/signing/demonstration-authority';
import { readCertificate } from '../../server/signing/pki/certificate';
import { signDigest, type Signer } from '../../server/signing/signer';
import { type UpdateRules } from '../../server/signing/verify/check-update';
import { type SigningStep } from '../../server/signing/verify/verify-released';
import { type Office } from './certificates';

const root = join(__dirname, '../..');
const face = (name: string) => readFileSync(join(root, `node_modules/@expo-google-fonts/tinos/${name}.ttf`));
export const image = (name: string) => readFileSync(join(root, `templates/demonstration/${name}.png`));

export const SIGNED_AT = new Date('2026-11-20T08:15:00Z');
export const SEALED_AT = new Date('2026-11-20T09:40:30Z');

/** A field that nobody may fill: the page has it so that a test can try. */
export const OTHER_FIELD = 'trichYeu';

const LEADER_BOX: Box = [360, 400, 475, 448];

/** A one-page result as the renderer leaves it: number, date, and both signatures still empty. */
export async function createResult(pages = 1): Promise<Buffer> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.registerFontkit(fontkit);
  const [upright, italic] = [
    await doc.embedFont(face('400Regular/Tinos_400Regular'), { subset: true }),
    await doc.embedFont(face('400Regular_Italic/Tinos_400Regular_Italic'), { subset: true }),
  ];
  for (let page = 0; page < pages; page++) drawPage(doc, upright, italic);
  addSignatureFields(doc, {
    texts: [
      { name: NUMBER_FIELD, label: 'Số, ký hiệu', page: 0, box: [93, 724, 230, 742], size: 13, face: 'Tinos' },
      { name: DATE_FIELD, label: 'Ngày ban hành', page: 0, box: [368, 724, 520, 742], size: 13, face: 'TinosItalic' },
      { name: OTHER_FIELD, label: 'Trích yếu', page: 0, box: [85, 600, 300, 618], size: 13, face: 'Tinos' },
    ],
    signatures: [
      { name: LEADER_FIELD, label: 'Chữ ký người có thẩm quyền', page: 0, box: LEADER_BOX },
      { name: AGENCY_FIELD, label: 'Chữ ký cơ quan', page: 0, box: sealBox(LEADER_BOX, 100.8), locks: [NUMBER_FIELD, DATE_FIELD] },
    ],
    faces: { Tinos: upright, TinosItalic: italic },
  });
  return saveForSigning(doc, '00112233445566778899aabbccddeeff');
}

function drawPage(doc: PDFDocument, upright: PDFFont, italic: PDFFont): void {
  const page = doc.addPage([595.28, 841.89]);
  page.drawText('ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH', { x: 70, y: 770, size: 12, font: upright });
  page.drawText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { x: 330, y: 770, size: 12, font: upright });
  page.drawText('Số:', { x: 75, y: 728, size: 13, font: upright });
  page.drawText('Hà Tĩnh,', { x: 319, y: 728, size: 13, font: italic });
  page.drawText('Cấp Thẻ luật sư cho ông Trần Quốc Đạt, sinh ngày 05/3/1988.', { x: 85, y: 640, size: 13, font: upright });
  page.drawText('TM. ỦY BAN NHÂN DÂN', { x: 350, y: 470, size: 13, font: upright });
  page.drawText('Nguyễn Thị Ánh Tuyết', { x: 358, y: 375, size: 13, font: upright });
}

export const NUMBER = '123/QĐ-UBND';
export const DATE = 'ngày 20 tháng 11 năm 2026';

export const leaderRequest: SignatureRequest = {
  field: LEADER_FIELD,
  appearance: { image: image('signature-1') },
  signedBy: 'Nguyễn Thị Ánh Tuyết',
  reason: 'Ký ban hành văn bản',
  at: SIGNED_AT,
  room: BASELINE_ROOM,
};

export const sealRequest: SignatureRequest = {
  field: AGENCY_FIELD,
  fill: { [NUMBER_FIELD]: NUMBER, [DATE_FIELD]: DATE },
  appearance: { image: image('seal-province') },
  locks: [NUMBER_FIELD, DATE_FIELD],
  signedBy: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
  reason: 'Cấp số và đóng dấu',
  at: SEALED_AT,
  room: BASELINE_ROOM,
};

export type OpenUpdate = Awaited<ReturnType<typeof openForUpdate>>;

/** Signs as the system does; `meddle` changes the update before it is closed, so that the signature over it is intact. */
export async function signResult(
  before: Buffer,
  request: SignatureRequest,
  by: IssuedCertificate,
  meddle: (doc: OpenUpdate) => unknown = () => undefined,
): Promise<Buffer> {
  const doc = await openForUpdate(before);
  const signature = await applySignature(doc, request);
  await meddle(doc);
  const prepared = await closeUpdate(before, doc, signature, request.room);
  return embedSignature(prepared, await signDigest(signerOf(by), prepared.digest, request.at));
}

export function signerOf({ certificate, chain, key }: IssuedCertificate): Signer {
  return { certificate, chain, sign: async (attributes) => sign('sha256', attributes, key) };
}

export async function imageFingerprints(...names: string[]): Promise<Set<string>> {
  const images = await Promise.all(names.map((name) => readRegisteredImage(image(name))));
  return new Set(images.map(({ fingerprint }) => fingerprint));
}

export async function sealRules(): Promise<UpdateRules> {
  return {
    fields: {
      [NUMBER_FIELD]: (value) => /^\d{1,5}\/QĐ-UBND$/.test(value),
      [DATE_FIELD]: (value) => /^ngày \d{2} tháng \d{1,2} năm \d{4}$/.test(value),
    },
    signature: AGENCY_FIELD,
    shows: { images: await imageFingerprints('seal-province') },
  };
}

export async function leaderRules(): Promise<UpdateRules> {
  return { fields: {}, signature: LEADER_FIELD, shows: { images: await imageFingerprints('signature-1') } };
}

/** A result on its whole way, each revision kept. */
export interface SignedResult {
  readonly base: Buffer;
  readonly signed: Buffer;
  readonly sealed: Buffer;
}

export async function createSealedResult({ leader, agency }: Office): Promise<SignedResult> {
  const base = await createResult();
  const signed = await signResult(base, leaderRequest, leader);
  return { base, signed, sealed: await signResult(signed, sealRequest, agency) };
}

/** What the office has on record about the two signing acts. */
export async function recordedSteps({ base, signed }: SignedResult, { leader, agency }: Office): Promise<SigningStep[]> {
  return [
    { before: record(base), rules: await leaderRules(), certificates: fingerprints(leader), at: SIGNED_AT },
    { before: record(signed), rules: await sealRules(), certificates: fingerprints(agency), at: SEALED_AT },
  ];
}

function record(file: Buffer): { length: number; sha256: string } {
  return { length: file.length, sha256: createHash('sha256').update(file).digest('hex') };
}

function fingerprints({ certificate }: IssuedCertificate): Set<string> {
  return new Set([readCertificate(certificate).fingerprint]);
}
