import { type PDFFont } from 'pdf-lib';
import { CENTRE_FIELD } from '../domain/signing-record';
import { type Anchor } from './layout/sheet';
import {
  AGENCY_FIELD,
  type Box,
  DATE_FIELD,
  type FieldFace,
  type FieldPlan,
  LEADER_FIELD,
  NUMBER_FIELD,
  type SignaturePlace,
} from './signature-fields';
import { type FaceName } from './type/faces';

export { CENTRE_FIELD };

const SIGNATURES: Record<string, { name: string; label: string; locks?: readonly string[] }> = {
  leader: { name: LEADER_FIELD, label: 'Chữ ký của người có thẩm quyền' },
  agency: { name: AGENCY_FIELD, label: 'Chữ ký của cơ quan', locks: [NUMBER_FIELD, DATE_FIELD] },
  centre: { name: CENTRE_FIELD, label: 'Chữ ký của Trung tâm Phục vụ hành chính công' },
};
const LABELS: Record<string, string> = { [NUMBER_FIELD]: 'Số và ký hiệu', [DATE_FIELD]: 'Ngày ban hành' };
const FACES: Partial<Record<FaceName, FieldFace>> = { regular: 'Tinos', italic: 'TinosItalic' };

/** Turns the places that the layout reserved into the fields of the file; only the faces that fields use are completed with all letters. */
export async function planFields(anchors: readonly Anchor[], font: (face: FaceName) => Promise<PDFFont>): Promise<FieldPlan> {
  const texts = anchors.flatMap(({ name, page, rect, text }) => {
    if (!text) return [];
    const face = FACES[text.face];
    if (!face) throw new Error(`Field ${name} cannot be filled in ${text.face}`);
    return [{ name, label: LABELS[name] ?? name, page, box: box(rect), size: text.size, face }];
  });
  const signatures = Object.entries(SIGNATURES).flatMap(([name, field]): SignaturePlace[] => {
    const anchor = anchors.find((one) => one.name === name);
    return anchor ? [{ ...field, page: anchor.page, box: box(anchor.rect) }] : [];
  });
  const italic = texts.some(({ face }) => face === 'TinosItalic') ? { TinosItalic: await font('italic') } : {};
  return { texts, signatures, faces: { Tinos: await font('regular'), ...italic } };
}

function box(rect: Anchor['rect']): Box {
  const [left, bottom, right, top] = rect.map((value) => Math.round(value * 100) / 100);
  return [left!, bottom!, right!, top!];
}
