import fc from 'fast-check';
import { readNeutral } from '../../server/catalogue/read-neutral';
import { lineOf, readInvented, trapsOf } from './invented';

const { record } = readInvented();

test('reads what it wrote, without a finding', () => {
  expect(readNeutral(lineOf(record))).toEqual({ record: { ...record, doubts: [] }, findings: [] });
});

test.each([
  ['', 'not-json'],
  ['[1]', 'not-json'],
  ['{"code":', 'not-json'],
  ['null', 'not-json'],
  ['{}', 'shape-broken'],
])('refuses the line %s', (line, trap) => {
  const reading = readNeutral(line);
  expect(reading.record).toBeUndefined();
  expect(trapsOf(reading.findings)).toEqual([trap]);
});

test.each([
  ['a code of another form', { code: 'A-1' }],
  ['a level that is abolished', { levelsJudged: ['district'] }],
  ['a fee below nothing', { channels: [{ ...record.channels[0], fees: [{ ...record.channels[0]!.fees[0], amount: -1 }] }] }],
  ['a count that is no whole number', { components: [{ case: null, items: [{ name: 'Đơn', original: 1.5, copy: 0 }] }] }],
  ['a day that there is not', { legalBases: [{ number: null, name: 'Luật', date: '2031-02-30' }] }],
])('refuses %s and names the code and the key', (_what, changes) => {
  const reading = readNeutral(lineOf(record, changes));
  expect(reading).toMatchObject({ record: undefined, code: 'code' in changes ? 'A-1' : '9.000001' });
  expect(reading.findings[0]!.place.startsWith(Object.keys(changes)[0]!)).toBe(true);
});

test('leaves out keys that it does not know, at any depth, and says which', () => {
  const channels = [{ ...record.channels[0]!, speed: 'nhanh' }, record.channels[1]!];
  const reading = readNeutral(lineOf(record, { channels, colour: 'xanh' }));
  expect(reading.record).toEqual({ ...record, doubts: [] });
  expect(reading.findings.map((one) => [one.trap, one.place])).toEqual([
    ['unknown-key', 'channels[0].speed'],
    ['unknown-key', 'colour'],
  ]);
});

test('repairs letters in every text', () => {
  const reading = readNeutral(`\ufeff${lineOf(record, { name: 'Cấp\u00a0giấy\u200b\nÐất'.normalize('NFD') })}`);
  expect(reading.record!.name).toBe('Cấp giấy Đất');
  expect(trapsOf(reading.findings)).toEqual(['zero-width', 'nbsp', 'eth-for-d', 'text-not-nfc', 'name-with-line-break']);
});

test('believes a doubt that it cannot see: no amount and no date is made of the whole record', () => {
  const reading = readNeutral(lineOf(record, { doubts: ['free-but-note-has-amount', 'several-times-in-note'] }));
  expect(reading.record!.channels.flatMap((one) => one.fees.map((fee) => fee.amount))).toEqual([null, null]);
  expect(reading.record!.channels.map((one) => one.time.unit)).toEqual([null, null]);
});

test('puts a form file together again that was cut inside its number', () => {
  const items = [{ name: 'Đơn xin trồng câyMẫu số 0', form: '2.docx', original: 1, copy: 0 }];
  const reading = readNeutral(lineOf(record, { components: [{ case: null, items }] }));
  expect(reading.record!.components[0]!.items[0]).toMatchObject({ name: 'Đơn xin trồng cây', form: 'Mẫu số 02.docx' });
});

test('refuses a line that is nested without end', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const reading = readNeutral(lineOf(record).replace('"bodies":', `"bodies":${deep},"other":`));
  expect(reading).toMatchObject({ record: undefined, code: '9.000001' });
});

test('whatever a line holds, it is read or refused', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 12 }), fc.constantFrom(...Object.keys(record)), (json, key) => {
      const reading = readNeutral(lineOf(record, { [key]: JSON.parse(json) as unknown }));
      expect(reading.record === undefined ? reading.findings.some((one) => one.verdict === 'refuse') : true).toBe(true);
    }),
    { numRuns: 500, seed: 4 },
  );
});
