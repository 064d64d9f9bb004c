import { deskOf } from '../commands/results/desk';
import { readingLetters } from '../support/letters';
import { EXTRACT } from '../support/modelled-procedures';
import { useOffice } from '../support/server';
import { equipForSigning, type SigningOffice } from '../support/signing-office';
import { testWith } from '../support/tools';

jest.setTimeout(120_000);
const office = useOffice();
let signing: SigningOffice;
const desk = deskOf(office, () => signing);
const { lettersOf, textOf } = readingLetters(office);

beforeAll(async () => {
  signing = await equipForSigning(office);
}, 60_000);

testWith('pdftotext')('the receipt names the papers, the place in the register, the promised day, and moves the dossier on', async () => {
  const { id, code } = await signing.dossierAt('issue-receipt');
  expect(await signing.deliver()).toEqual([]);
  const [receipt] = await lettersOf(id);
  expect(receipt).toMatchObject({ form: 'form-01', isSealed: true, number: null });
  const text = await textOf(receipt!);
  expect(text).toContain(`Mã hồ sơ: ${code}`);
  expect(text).toMatch(/Quyển số: 01\/2026, Số thứ tự: \d{4}/);
  expect(text).toContain('trước 17 giờ 00 phút, thứ Tư ngày 02 tháng 12 năm 2026');
  expect(text).toContain('Tờ khai điện tử');
  expect(text).toContain('05 ngày làm việc');
  expect((await desk.dossier(id)).status).toBe(2);
  expect((await desk.dossier(id)).version).toBeGreaterThan(1);
});

testWith('pdftotext')(
  'letters name the telephone and the site on record of the centre, else of the body above it, else its counter',
  async () => {
    const printed = async () => {
      const { id } = await signing.dossierAt('issue-receipt');
      expect(await signing.deliver()).toEqual([]);
      return textOf((await lettersOf(id))[0]!);
    };
    const record = (place: 'province' | 'provincial-centre', contact: { phone: string | null; website: string | null }) =>
      office.as('administrator').put(`/api/agencies/${office.places[place].code}/contact`, { address: null, ...contact });
    const counter = await printed();
    expect(counter).toContain(`Hỏi về hồ sơ: tại quầy ${office.places['provincial-centre'].name}`);
    expect(counter).toContain('nhập mã hồ sơ tại quầy');
    expect((await record('province', { phone: '0239 3888 999', website: 'motcua.example.vn' })).status).toBe(204);
    expect(await printed()).toMatch(/nhập mã hồ sơ tại motcua\.example\.vn.*Hỏi về hồ sơ: 0239 3888 999/);
    await record('provincial-centre', { phone: '0239 3777 111', website: null });
    expect(await printed()).toMatch(/motcua\.example\.vn.*Hỏi về hồ sơ: 0239 3777 111/);
  },
);

testWith('pdftotext')(
  'the receipt names the telephone and the place that were declared in this dossier, not what the account says',
  async () => {
    const { id, submitterPersonId } = await signing.dossierAt('issue-receipt');
    const set = (sql: string) => office.sequelize.query(sql, { replacements: { id, submitterPersonId } });
    await set(`update people set phone = '0911111111', address = '{"line": "Chỗ ở cũ"}' where id = :submitterPersonId`);
    await signing.deliver();
    const known = await textOf((await lettersOf(id))[0]!);
    expect(known).toContain('Số điện thoại: 0911111111');
    expect(known).toContain('Địa chỉ: Số 12 đường Phan Đình Phùng, phường Thành Sen');
    const { id: other } = await signing.dossierAt('issue-receipt');
    await office.sequelize.query(`update dossiers set answers = answers || '{"phone": "0987654321"}' where id = :other`, {
      replacements: { other },
    });
    await signing.deliver();
    const declared = await textOf((await lettersOf(other))[0]!);
    expect(declared).toContain('Số điện thoại: 0987654321');
    expect(declared).not.toContain('Chỗ ở cũ');
  },
);

testWith('pdftotext')('the receipt of a same-day matter promises the day itself, not a day after it', async () => {
  const { id } = await signing.dossierAt('issue-receipt', { procedure: EXTRACT });
  await office.sequelize.query(`update dossiers set time_limit = '{"limit": "same-day", "wording": "Trong ngày"}' where id = :id`, {
    replacements: { id },
  });
  await signing.deliver();
  const [receipt] = await lettersOf(id);
  const text = await textOf(receipt!);
  expect(text).toContain('theo quy định là: Trong ngày');
  expect(text).toMatch(/trả kết quả giải quyết hồ sơ: trước 17 giờ 00 phút/);
});
