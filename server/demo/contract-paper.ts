import { layPages } from '../documents/layout/pages';
import { paint } from '../documents/paint';
import { readTemplate } from '../documents/template';

export type Contract = { number: string; signedOn: string; employer: string; lawyer: string; term: string };

const CLAUSES = [
  'Điều 1. Công việc: luật sư làm việc theo hợp đồng lao động, tư vấn pháp luật và đại diện ngoài tố tụng cho bên sử dụng lao động.',
  'Điều 2. Thời hạn: {{term}}.',
  'Điều 3. Thời giờ làm việc: 8 giờ một ngày, 5 ngày một tuần, tại trụ sở của bên sử dụng lao động.',
  'Điều 4. Tiền lương và bảo hiểm: theo thỏa thuận và quy định của pháp luật về lao động.',
  'Điều 5. Hiệu lực: hợp đồng lập thành hai bản có giá trị như nhau, mỗi bên giữ một bản.',
];

/** The copy of an employment contract, as an applicant would have it: a PDF of its own make, of people who do not exist. */
export async function contractPaper(contract: Contract): Promise<Buffer> {
  const line = (text: string, more: object = {}) => ({ kind: 'p', text, ...more });
  const centred = { align: 'center', bold: true };
  const template = readTemplate({
    key: 'employment-contract',
    version: 1,
    editions: [{ from: '2026-01-01', title: 'Hợp đồng lao động', source: 'bản trình diễn' }],
    page: { size: 'A4', top: 20, right: 20, bottom: 20, left: 30 },
    text: { size: 13, leading: 1.3, after: 3, align: 'justify' },
    blocks: [
      line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centred, after: 0 }),
      line('Độc lập - Tự do - Hạnh phúc', { ...centred, rule: 1, after: 8 }),
      line('HỢP ĐỒNG LAO ĐỘNG', { ...centred, size: 16, after: 1 }),
      line('Số: {{number}}', { align: 'center', after: 8 }),
      line('Ngày {{signedOn}}, hai bên gồm:'),
      line('Bên sử dụng lao động: **{{employer}}**'),
      line('Người lao động: luật sư **{{lawyer}}**'),
      ...CLAUSES.map((clause) => line(clause)),
      line('(Bản sao trình diễn, không có giá trị pháp lý)', { align: 'center', italic: true }),
    ],
  });
  const { doc } = await paint(layPages(template, contract), { title: 'Hợp đồng lao động', author: contract.employer });
  return Buffer.from(await doc.save());
}
