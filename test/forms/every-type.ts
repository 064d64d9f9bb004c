import fc from 'fast-check';
import { type FormContext } from '../../server/forms/answers';
import { type Field, type FormDefinition, PREFILL_SOURCES } from '../../server/forms/definition';

const words = (vi: string) => ({ vi, en: `${vi} (en)` });

/** A form with every type of question, hidden questions, hidden rows and a hidden page. */
export const everyType: FormDefinition = {
  id: 'every-type',
  version: 1,
  title: words('Mọi loại câu hỏi'),
  pages: [
    {
      id: 'one',
      title: words('Trang một'),
      fields: [
        { id: 'hello', type: 'note', label: words('Đọc trước khi khai') },
        {
          id: 'name',
          type: 'name',
          label: words('Họ, chữ đệm, tên'),
          required: true,
          prefill: { from: 'person.fullName', verified: true },
        },
        { id: 'bornOn', type: 'date', label: words('Ngày sinh'), required: true, notAfter: 'today', isPartial: true },
        {
          id: 'sex',
          type: 'choice',
          label: words('Giới tính'),
          options: [
            { value: 'male', label: words('Nam') },
            { value: 'female', label: words('Nữ') },
          ],
        },
        { id: 'number', type: 'citizen-number', label: words('Số định danh'), of: { bornOn: 'bornOn', sex: 'sex' } },
        { id: 'paper', type: 'identity-paper', label: words('Giấy tờ tùy thân') },
        { id: 'phone', type: 'phone', label: words('Số điện thoại') },
        { id: 'email', type: 'email', label: words('Thư điện tử') },
        { id: 'taxCode', type: 'tax-code', label: words('Mã số thuế') },
        { id: 'address', type: 'address', label: words('Nơi cư trú') },
        { id: 'unit', type: 'administrative-unit', level: 'commune', label: words('Xã, phường') },
        { id: 'issuedOn', type: 'date', label: words('Ngày cấp'), notBefore: { field: 'bornOn' } },
      ],
    },
    {
      id: 'two',
      title: words('Trang hai'),
      fields: [
        {
          id: 'premises',
          type: 'choice',
          label: words('Nơi ở'),
          required: true,
          options: [
            { value: 'own', label: words('Nhà của tôi') },
            { value: 'rent', label: words('Thuê') },
          ],
        },
        { id: 'landlord', type: 'name', label: words('Người cho thuê'), required: true, when: { eq: ['premises', 'rent'] } },
        { id: 'landlordNote', type: 'text', label: words('Ghi chú về người cho thuê'), when: { filled: 'landlord' } },
        { id: 'lease', type: 'attachment', component: 'lease', max: 3, label: words('Hợp đồng thuê'), when: { eq: ['premises', 'rent'] } },
        {
          id: 'kinds',
          type: 'multi-choice',
          label: words('Loại'),
          min: 1,
          max: 2,
          options: [
            { value: 'a', label: words('A') },
            { value: 'b', label: words('B') },
            { value: 'c', label: words('C') },
          ],
        },
        { id: 'story', type: 'long-text', label: words('Trình bày'), when: { has: ['kinds', 'b'] } },
        { id: 'amount', type: 'money', label: words('Số tiền'), max: 1_000_000 },
        { id: 'area', type: 'number', decimals: 2, min: 0, label: words('Diện tích'), unit: words('m²') },
        { id: 'proof', type: 'text', pattern: '^[A-Z]{2}\\d{3}$', label: words('Ký hiệu'), when: { gt: ['amount', 1000] } },
        {
          id: 'trades',
          type: 'repeat',
          label: words('Ngành, nghề'),
          itemLabel: words('Ngành'),
          min: 1,
          max: 3,
          fields: [
            { id: 'trade', type: 'text', label: words('Tên ngành'), required: true },
            { id: 'isMain', type: 'yes-no', label: words('Ngành chính') },
            { id: 'since', type: 'date', label: words('Từ ngày'), required: true, when: { eq: ['isMain', true] } },
            { id: 'share', type: 'number', label: words('Tỷ lệ'), when: { ne: ['premises', 'own'] } },
          ],
        },
      ],
    },
    {
      id: 'online',
      title: words('Trực tuyến'),
      when: { eq: ['$channel', 'online'] },
      fields: [{ id: 'truth', type: 'declaration', label: words('Tôi cam đoan'), required: true }],
    },
  ],
  stops: [{ key: 'too-young', when: { gte: ['bornOn', '2020'] }, message: words('Chưa đủ tuổi') }],
};

export const online: FormContext = { channel: 'online', case: 'own', owner: 'person', today: '2026-02-12' };
export const counter: FormContext = { ...online, channel: 'counter' };

/** Answers that may be filed, as a page sends them. */
export const whole = {
  name: 'Nguyễn Thị Đào',
  bornOn: '3/2/1990',
  sex: 'female',
  number: '042 190 001234',
  premises: 'own',
  trades: [{ id: 'r1', answers: { trade: 'May mặc' } }],
  truth: 'yes',
};

const typed = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '3/2/2026',
    '2026-02-30',
    '03022026',
    '1955',
    '0912 345 678',
    '+84912345678',
    '8.000 đ',
    '1,5',
    '-1',
    'yes',
    'no',
    'own',
    'rent',
  ),
  fc.constantFrom(
    'a',
    'b',
    'male',
    'female',
    '042190001234',
    'ten@example.vn',
    '0100109106',
    'AB123',
    '18073',
    '\u0000',
    '\uD800',
    'Nguyễn\u200B Đào',
  ),
);
const anything = fc.oneof(typed, fc.anything({ maxDepth: 3 }), fc.array(typed, { maxLength: 4 }), fc.integer(), fc.double(), fc.boolean());

/** What a browser, a program or a prankster might send for this question. */
function rawFor(field: Field): fc.Arbitrary<unknown> {
  if (field.type === 'identity-paper')
    return fc.oneof(
      anything,
      fc.record({ paper: fc.constantFrom('citizen-card', 'passport', 'other', 'x'), number: typed, issuedOn: typed }),
    );
  if (field.type === 'address') return fc.oneof(anything, fc.record({ unit: typed, line: typed }));
  if (field.type !== 'repeat') return anything;
  const answers = fc.record(Object.fromEntries(field.fields.map((one) => [one.id, rawFor(one)])), { requiredKeys: [] });
  return fc.oneof(
    anything,
    fc.array(fc.record({ id: fc.oneof(typed, fc.constantFrom('r1', 'r2', 'r3')), answers }, { requiredKeys: [] }), { maxLength: 6 }),
  );
}

/** Anything at all; every question answered at random; whole answers with a few changed (these often may be filed). */
export function rawAnswers(definition: FormDefinition, right: object): fc.Arbitrary<unknown> {
  const fields = definition.pages.flatMap((page) => page.fields);
  const random = fc.record(Object.fromEntries(fields.map((field) => [field.id, rawFor(field)])), { requiredKeys: [] });
  const changed = fc
    .array(
      fc.constantFrom(...fields).chain((field) => fc.tuple(fc.constant(field.id), rawFor(field))),
      { maxLength: 2 },
    )
    .map((changes) => ({ ...right, ...Object.fromEntries(changes) }));
  return fc.oneof({ weight: 4, arbitrary: changed }, { weight: 4, arbitrary: random }, { weight: 1, arbitrary: fc.anything() });
}

export const contexts = fc.record({
  channel: fc.constantFrom('online', 'counter', 'post'),
  case: fc.constantFrom('own', 'represented', 'authorised', 'organisation', 'registration'),
  owner: fc.constantFrom('person', 'organisation'),
  today: fc.constantFrom('2026-02-12', '2027-01-01'),
});

export const profiles = fc.record(
  Object.fromEntries(PREFILL_SOURCES.map((source) => [source, fc.record({ value: anything, isVerified: fc.boolean() })])),
  { requiredKeys: [] },
);
