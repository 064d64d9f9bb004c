import { readPage } from '../../server/catalogue/read-page';
import { type Trap } from '../../server/catalogue/verdicts';
import { type Finding } from '../../server/catalogue/finding';
import { type ProcedureRecord } from '../../server/catalogue/record';

/** The parts of an invented page, in the words of the portal's headings; nothing here is a real procedure. */
export interface InventedPage {
  name: string;
  code: string;
  decision: string;
  level: string;
  kind: string;
  field: string;
  targets: string;
  competent: string;
  address: string;
  steps: string;
  channels: string;
  components: string;
  bases: string;
  bodies: string;
  requirements: string;
  results: string;
  buttons: string;
  formalityId: string;
}

export const FILE = { code: '9.000001', ministry: 'Bộ Thử nghiệm' };
export const LISTED = ['Ủy ban nhân dân cấp xã'];
const BUTTONS = 'Chọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành-- Chọn Tỉnh/ Thành phố --Phường/ XãSở-- Chọn Phường/ Xã --Nộp hồ sơ';
const sound: InventedPage = {
  name: 'Cấp giấy trồng cây bóng mát',
  code: '9.000001',
  decision: '12/QĐ-BTN',
  level: 'Cấp xã',
  kind: 'Loại khác',
  field: 'Cây xanh',
  targets: 'Công dân Việt Nam, Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX)',
  competent: '',
  address: '',
  steps: 'Bước 1: nộp đơn.\nBước 2: nhận giấy.',
  channels:
    'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việc8,000 Việt Nam Đồng(8.000 đồng/cây)Nộp qua cổng.Trực tiếp3 Ngày làm việc8,000 Việt Nam Đồng(8.000 đồng/cây)',
  components: '--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn xin trồng cây1 bản chínhSơ đồ khu đất1 bản chính,2 bản sao',
  bases: 'Tên văn bản pháp lýMã văn bảnLuật Cây xanh11/2031/QH19Nghị định về bóng mát ngày 05/6/2032 của Chính phủ22/2032/NĐ-CP',
  bodies: 'Ủy ban nhân dân cấp xã',
  requirements: 'Không có thông tin',
  results: 'Giấy trồng câyMã: KQ.Z01.000001',
  buttons: BUTTONS,
  formalityId: '00000000-0000-7000-8000-000000000001',
};

/** The page as the collector stored it: its visible text with every cell glued to the next. */
export function inventedPage(changes: Partial<InventedPage> = {}): Record<string, string> {
  const page = { ...sound, ...changes };
  return {
    ma_thu_tuc: page.code,
    detail_url: 'https://portal.example/thu-tuc-hanh-chinh/00000000-0000-7000-8000-000000000001',
    formality_id: page.formalityId,
    raw_text:
      `${page.name}Tên thủ tục${page.name}Mã thủ tục${page.code}Số quyết định${page.decision}Cấp thực hiện${page.level}` +
      `Loại thủ tục${page.kind}Lĩnh vực${page.field}Đối tượng thực hiện${page.targets}Cơ quan có thẩm quyền${page.competent}` +
      `Địa chỉ tiếp nhận HS${page.address}Cơ quan được ủy quyềnCơ quan phối hợpThủ tục hành chính liên quanKhông có thông tin` +
      `Trình Tự Thực Hiện ${page.steps}\nCách Thức Thực Hiện${page.channels}Thành phần hồ sơ${page.components}` +
      `Căn cứ pháp lý${page.bases}Cơ quan thực hiện${page.bodies}Yêu cầu, điều kiện thực hiện${page.requirements}` +
      `${page.results === '' ? '' : `Kết quả xử lý${page.results}`}Từ khóaKhông có thông tinMô tảKhông có thông tin${page.buttons}`,
  };
}

/** An invented page that is read, with the bodies of the list; fails where it is refused. */
export function readInvented(
  changes: Partial<InventedPage> = {},
  listed: readonly string[] = LISTED,
): { record: ProcedureRecord; findings: readonly Finding[] } {
  const { record, findings } = readPage(inventedPage(changes), FILE, listed);
  if (record === undefined) throw new Error(`refused: ${findings.map((one) => one.trap).join(', ')}`);
  return { record, findings };
}

/** A channel table of one row. */
export function row(time: string, fee: string, note = '', channel = 'Trực tiếp'): string {
  return `Hình thức nộpThời gianPhí, lệ phíMô tả${channel}${time}${fee}${note}`;
}

/** A component table of one case. */
export function papers(rows: string, label = '--'): string {
  return `${label}Tên giấy tờMẫu đơn, tờ khaiSố lượng${rows}`;
}

/** A table of legal bases. */
export function bases(rows: string): string {
  return `Tên văn bản pháp lýMã văn bản${rows}`;
}

/** The traps of these findings, each once. */
export function trapsOf(findings: readonly Finding[]): Trap[] {
  return [...new Set(findings.map((one) => one.trap))];
}

/** A neutral line of a record, changed. */
export function lineOf(record: ProcedureRecord, changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...record, doubts: [], ...changes });
}
