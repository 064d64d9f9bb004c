import { readFileSync } from 'node:fs';
import { judgeRecord } from '../../server/catalogue/judge-record';
import { readFacts } from '../../server/catalogue/read-facts';

const HEAD = 'code\tname\tfield\tministry\tlevels\tbody\tonline\tdirect\tpost\tonlineFees\tdirectFees\tpostFees\tresults\tdoubts';
const one = (line: string) => readFacts(`${HEAD}\n${line}\n`)[0]!;

test('reads times and fees by channel, and leaves open what the table does not know', () => {
  const { record } = one(
    '9.000301\tCấp giấy\tCây xanh\tBộ Tư pháp\tprovince\tprovince\tprovince: 5 working-day; 3 working-day\t1 ?\tyes\t0 VND\t50000 VND; ?\t\tKQ.G15.000001 Giấy; Văn bản\ttime-no-unit',
  );
  expect(record).toMatchObject({
    onlineForm: 'province',
    bodies: ['Ủy ban nhân dân cấp tỉnh'],
    channels: [
      { channel: 'online', time: { value: 5, unit: 'working-day' }, fees: [{ amount: 0, unit: 'VND' }] },
      { channel: 'online', time: { value: 3, unit: 'working-day' }, fees: [] },
      {
        channel: 'direct',
        time: { value: 1, unit: null },
        fees: [
          { amount: 50_000, unit: 'VND' },
          { amount: null, unit: null },
        ],
      },
      { channel: 'post', time: { value: null, unit: null }, fees: [] },
    ],
    results: [
      { name: 'Giấy', code: 'KQ.G15.000001' },
      { name: 'Văn bản', code: null },
    ],
  });
});

test('the facts that ship are read without a refusal, and most can be received', () => {
  const readings = readFacts(readFileSync('workflows/general/catalogue-facts.tsv', 'utf8'));
  expect(readings).toHaveLength(1096);
  expect(readings.filter(({ record }) => !record)).toEqual([]);
  const receivable = readings.filter((reading) => reading.record && judgeRecord(reading.record, reading.findings).isReceivable);
  expect(receivable.length).toBeGreaterThan(1000);
});
