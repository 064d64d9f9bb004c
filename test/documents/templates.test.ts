import { readFileSync } from 'node:fs';
import { type FactsOf, type TemplateKey } from '../../server/documents/facts';
import { layOut, renderDocument } from '../../server/documents/render';
import { readShippedTemplate, TEMPLATE_KEYS } from '../../server/documents/shipped-templates';
import { readTemplate, templateHash } from '../../server/documents/template';
import { templateFaults } from '../../server/documents/template-faults';
import { samples } from './samples';

function text<Key extends TemplateKey>(key: Key, change: Partial<FactsOf<Key>> = {}): string {
  const { sheets } = layOut(readShippedTemplate('templates', key), { ...samples[key], ...change });
  return sheets
    .flatMap((sheet) => sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])))
    .join(' ')
    .replace(/\s+/g, ' ');
}

describe('a shipped template', () => {
  test.each(TEMPLATE_KEYS)('%s asks only for facts that its documents have', (key) => {
    expect(templateFaults(readShippedTemplate('templates', key))).toEqual([]);
  });

  test('has one hash, whatever the order of keys in its file', () => {
    const json = JSON.parse(readFileSync('templates/form-02/template.json', 'utf8')) as Record<string, unknown>;
    const turned = Object.fromEntries(Object.entries(json).reverse());
    expect(templateHash(readTemplate(turned))).toBe(templateHash(readTemplate(json)));
    expect(templateHash(readTemplate({ ...json, version: 2 }))).not.toBe(templateHash(readTemplate(json)));
  });
});

describe('a template that is to be published', () => {
  const json = JSON.parse(readFileSync('templates/form-02/template.json', 'utf8')) as { blocks: unknown[] };

  test.each([
    [{ kind: 'p', text: 'Hạn: {{dueDate|day}}' }, 'no fact dueDate'],
    [{ kind: 'p', text: '{{row.name}}' }, 'no fact row.name'],
    [{ kind: 'each', rows: 'reason', blocks: [{ kind: 'p', text: 'x' }] }, 'no list reason'],
    [{ kind: 'each', rows: 'items', blocks: [{ kind: 'p', text: '{{row.title}}' }] }, 'no fact row.title'],
    [{ kind: 'when', path: 'owner.tax', then: [] }, 'no fact owner.tax'],
    [{ kind: 'p', text: 'Chúc mừng 🎉' }, 'no letter “🎉”'],
  ])('is refused for %j', (block, fault) => {
    expect(templateFaults(readTemplate({ ...json, blocks: [...json.blocks, block] }))).toEqual([fault]);
  });

  test.each([
    [{ kind: 'p', text: '{{name|shout}}' }],
    [{ kind: 'p', text: '**open' }],
    [{ kind: 'p', text: 'x', onclick: 'y' }],
    [{ kind: 'script', text: 'x' }],
    [{ kind: 'when', path: 'constructor()', then: [] }],
    [{ kind: 'columns', columns: [{ width: 0, blocks: [] }] }],
  ])('cannot even be read: %j', (block) => {
    expect(() => readTemplate({ ...json, blocks: [...json.blocks, block] })).toThrow(/blocks\.\d+/);
  });
});

describe('facts', () => {
  test.each(['dueAt', 'receivedAt', 'issuedOn', 'owner', 'timeLimit', 'receiver'] as const)('refuse a receipt without %s', async (name) => {
    const facts: Record<string, unknown> = { ...samples['form-01'] };
    delete facts[name];
    await expect(renderDocument(readShippedTemplate('templates', 'form-01'), facts)).rejects.toMatchObject({
      code: 'document-incomplete',
      facts: { what: name },
    });
  });

  test('refuse a date that is none and a fact that nobody knows', async () => {
    const template = readShippedTemplate('templates', 'form-01');
    for (const change of [
      { dueAt: '2026-02-30T10:00:00Z' },
      { issuedOn: '2026-02-30' },
      { dueAt: '2026-12-01T17:00:00+07:00' },
      { secret: 'x' },
    ]) {
      await expect(renderDocument(template, { ...samples['form-01'], ...change })).rejects.toMatchObject({ code: 'document-incomplete' });
    }
  });
});

describe('titles follow the law of the day of issue', () => {
  test.each([
    ['2024-05-02', 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'],
    ['2025-06-30', 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'],
    ['2025-07-01', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'],
    ['2026-11-26', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'],
  ])('an apology of %s is a %s', (issuedOn, title) => {
    expect(text('form-04', { issuedOn })).toContain(title);
  });

  test('there was no stop notice before the forms of 2025', () => {
    expect(text('form-05', { issuedOn: '2025-07-01' })).toContain('THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ');
    expect(() => text('form-05', { issuedOn: '2025-06-30' })).toThrow('document-incomplete');
  });

  test('the control slip is form 05 of the older set and form 06 of the newer', () => {
    expect(text('form-06', { issuedOn: '2024-05-02' })).toContain('Mẫu số 05 ban hành kèm theo Thông tư số 01/2018/TT-VPCP');
    expect(text('form-06')).toContain('Mẫu số 06');
  });
});

describe('a receipt', () => {
  test('has one page for each copy that is asked for', () => {
    const { sheets } = layOut(readShippedTemplate('templates', 'form-01'), samples['form-01']);
    expect(sheets).toHaveLength(2);
    expect(text('form-01')).toMatch(/Liên: Giao khách hàng.*Liên: Lưu/);
    expect(text('form-01', { copies: ['Giao khách hàng'] })).not.toContain('Liên: Lưu');
  });

  test('is signed by the receiver alone when the dossier came online', () => {
    expect(text('form-01')).toContain('NGƯỜI NỘP HỒ SƠ');
    expect(text('form-01', { online: true })).not.toContain('NGƯỜI NỘP HỒ SƠ');
    expect(text('form-01', { online: true })).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
  });

  test('names the times of a second phase only where there is one', () => {
    expect(text('form-01')).not.toContain('giai đoạn 2');
    const secondPhase = { receivedAt: '2026-12-02T01:00:00Z', dueAt: '2026-12-09T10:00:00Z' };
    expect(text('form-01', { secondPhase })).toContain('trước 17 giờ 00 phút, thứ Tư ngày 09 tháng 12 năm 2026');
  });

  test('never leaves its signatures alone on a page, however many papers it lists', () => {
    const [paper] = samples['form-01'].components;
    for (let papers = 1; papers < 40; papers += 1) {
      const components = Array.from({ length: papers }, () => paper!);
      const { sheets } = layOut(readShippedTemplate('templates', 'form-01'), { ...samples['form-01'], components });
      const signed = sheets.filter((sheet) => JSON.stringify(sheet.marks).includes('NGƯỜI NỘP HỒ SƠ'));
      expect(signed).toHaveLength(2);
      for (const sheet of signed) expect(JSON.stringify(sheet.marks)).toContain('Đăng ký nhận kết quả tại');
    }
  });

  test('passes with an applicant who has no telephone and no e-mail', () => {
    const facts = text('form-01', { submitter: { name: 'Bùi Thị Nở' } });
    expect(facts).toContain('Số điện thoại: không có');
    expect(facts).toContain('Email: không có');
  });
});

describe('a reprint', () => {
  test.each(TEMPLATE_KEYS.filter((key) => 'reprint' in samples[key]))('of %s is marked “(in lại)”, the first print is not', (key) => {
    expect(text(key, { reprint: true })).toContain('(in lại)');
    expect(text(key, { reprint: false })).not.toContain('(in lại)');
  });
});

describe('a supplement request', () => {
  test('names a last day for the answer only together with its clause', () => {
    const { answerBy, ...rest } = samples['form-02'];
    expect(text('form-02', { answerBy })).toContain('chậm nhất ngày 10 tháng 12 năm 2026 (theo khoản 3 Điều 5');
    expect(() => layOut(readShippedTemplate('templates', 'form-02'), { ...rest, answerBy: { on: '2026-12-10' } })).toThrow(
      'document-incomplete',
    );
    const { sheets } = layOut(readShippedTemplate('templates', 'form-02'), rest);
    expect(JSON.stringify(sheets)).not.toContain('chậm nhất');
  });
});

describe('an intake refusal', () => {
  test('of an online dossier names its filing time and has the heading of its own', () => {
    expect(text('form-03', { online: true })).toMatch(/PHIẾU TỪ CHỐI TIẾP NHẬN HỒ SƠ.*Thời gian nộp: 08 giờ 30 phút/);
    expect(text('form-03')).toContain('PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ');
  });
});

describe('an extension', () => {
  test('asks for more time before the due date, an apology says that it has passed', () => {
    expect(text('form-04', { kind: 'extension' })).toContain('đề nghị gia hạn thời gian giải quyết hồ sơ');
    expect(text('form-04', { kind: 'apology' })).toContain('không được trả đúng thời gian đã hẹn');
  });
});

describe('a hand-over record', () => {
  test('is the submission time only where the post brings dossiers', () => {
    expect(text('hand-over-record')).toContain('là thời điểm nộp hồ sơ');
    expect(text('hand-over-record', { isSubmission: false })).not.toContain('là thời điểm nộp hồ sơ');
  });
});
