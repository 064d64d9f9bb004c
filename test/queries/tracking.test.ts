import { type Transaction } from '../../server/store/transaction';
import { enterCase } from '../support/readable-case';
import { useOffice } from '../support/server';

const office = useOffice();
const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => office.sequelize.transaction(work);
let address = 0;
/** Each test asks from an address of its own. */
const from = (prefix: string) => ({ headers: { 'X-Forwarded-For': prefix } });
const elsewhere = () => from(`203.0.113.${++address}`);
const track = (code: string, wish = elsewhere()) => office.nobody().post('/api/searches/tracking', { code }, wish);

const CODE = 'H27.31-261125-0007';
beforeAll(() =>
  inTransaction((tx) => enterCase(tx, office, { code: CODE, ownerName: 'Trần Thị Hoài Thương', ownerNumber: '042190001234', status: 4 })),
);

test('shows the state of a dossier to anybody who has its code, and nothing of a person or of the matter', async () => {
  const { status, body } = await track(' h27.31-261125-0007');
  expect([status, body]).toEqual([
    200,
    {
      tracking: {
        code: CODE,
        status: 4,
        statusName: { vi: 'Đang xử lý', en: 'In progress' },
        meaning: { vi: 'Phòng chuyên môn đang giải quyết hồ sơ.', en: 'The competent division is handling the dossier.' },
        centreName: 'Trung tâm Phục vụ hành chính công tỉnh',
        dueOn: '2026-12-02',
        finishedOn: null,
      },
    },
  ]);
});

test('answers a code that nobody was given in the same way, with nothing in it', async () => {
  const [known, unknown] = [await track(CODE), await track('H27.31-261125-9999')];
  expect([unknown.status, unknown.body]).toEqual([200, { tracking: null }]);
  const shape = ({ headers }: typeof known) => [...headers.keys()].sort();
  expect(shape(unknown)).toEqual(shape(known));
});

test('a code is the only key: not an id, a number or a name', async () => {
  for (const typed of ['042190001234', 'Trần Thị Hoài Thương', '%', "' or true --"])
    expect((await track(typed)).body).toEqual({ tracking: null });
  expect((await track('')).status).toBe(422);
  expect((await office.nobody().post('/api/searches/tracking', { code: CODE, words: 'x' }, elsewhere())).status).toBe(422);
});

test('is limited per address, a whole IPv6 network being one', async () => {
  const states = [];
  for (let asked = 0; asked < 62; asked++) states.push((await track(`H27.31-261125-${asked}`, from(`2001:db8:1:1::${asked + 1}`))).status);
  expect(states).toEqual([...Array<number>(60).fill(200), 429, 429]);
  const locked = await track(CODE, from('2001:db8:1:1:ffff::1'));
  expect(locked.body).toMatchObject({ code: 'too-many-requests', facts: { seconds: 600 } });
  expect(locked.headers.get('Retry-After')).toBe('600');
  expect((await track(CODE, from('2001:db8:1:2::1'))).status).toBe(200);
  office.clock.step({ minutes: 11 });
  expect((await track(CODE, from('2001:db8:1:1::1'))).status).toBe(200);
});

test('is limited per code from whatever address, whether anybody was given that code or not', async () => {
  for (const code of ['H27.31-261124-0001', CODE]) {
    office.clock.step({ minutes: 30 });
    const states = [];
    for (let asked = 0; asked < 31; asked++) states.push((await track(asked % 2 ? code : code.toLowerCase())).status);
    expect(states).toEqual([...Array<number>(30).fill(200), 429]);
  }
});
