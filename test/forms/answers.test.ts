import { normaliseAnswers } from '../../server/forms/normalise';
import { prefillAnswers } from '../../server/forms/prefill';
import { pruneAnswers } from '../../server/forms/prune';
import { raisedStops } from '../../server/forms/stops';
import { strayAnswers } from '../../server/forms/stray-answers';
import { validateAnswers } from '../../server/forms/validate';
import { askedPapers } from '../../server/forms/components';
import { counter, everyType, online, whole } from './every-type';

const normalised = (raw: object) => normaliseAnswers(everyType, { ...whole, ...raw });
const faults = (raw: object, context = online) =>
  validateAnswers(everyType, normalised(raw), context).map(({ path, code }) => `${path} ${code}`);

test('stores answers as the office keeps them', () => {
  expect(
    normalised({ phone: '+84 912 345 678', amount: '8.000 đ', area: '1,5', kinds: ['b', 'a', 'b'], address: { line: ' thôn 1 ' } }),
  ).toEqual({
    name: 'Nguyễn Thị Đào',
    bornOn: '1990-02-03',
    sex: 'female',
    number: '042190001234',
    phone: '0912345678',
    address: { line: 'thôn 1' },
    premises: 'own',
    kinds: ['a', 'b'],
    amount: 8000,
    area: 1.5,
    trades: [{ id: 'r1', answers: { trade: 'May mặc' } }],
    truth: true,
  });
});

test('keeps what cannot be read, so that the person sees it again', () => {
  expect(normalised({ bornOn: '31/4/1990', amount: 'nhiều' })).toMatchObject({ bornOn: '31/4/1990', amount: 'nhiều' });
  expect(faults({ bornOn: '31/4/1990', amount: 'nhiều' })).toEqual(['bornOn partial-date', 'amount money']);
});

test('rows keep their ids, and new ones never take a used one', () => {
  const trades = [
    { answers: { trade: 'một' } },
    { id: 'r1', answers: { trade: 'hai' } },
    { id: 'r1', answers: {} },
    { id: '<b>', answers: {} },
  ];
  expect((normalised({ trades }).trades as { id: string }[]).map((row) => row.id)).toEqual(['r2', 'r1', 'r3', 'r4']);
});

test('whole answers have no fault', () => {
  expect(faults({})).toEqual([]);
});

test('nothing answered names every required question in order, as a thing to do', () => {
  const found = validateAnswers(everyType, {}, online);
  expect(found.map(({ path }) => path)).toEqual(['name', 'bornOn', 'premises', 'truth']);
  expect(found[0]?.message.vi).toBe('Nhập họ, chữ đệm, tên.');
  expect(found[2]?.message.vi).toBe('Chọn nơi ở.');
});

test.each([
  [{ name: 'Nguyễn 2' }, ['name name']],
  [{ bornOn: '13/2/2026', number: undefined }, ['bornOn too-late']],
  [{ issuedOn: '2/2/1990' }, ['issuedOn too-early']],
  [{ sex: 'male' }, ['number fits']],
  [{ sex: 'khác' }, ['sex choice']],
  [{ phone: '123' }, ['phone phone']],
  [{ email: 'ten' }, ['email email']],
  [{ taxCode: '0100109107' }, ['taxCode tax-code']],
  [{ unit: 'Thạch Hà' }, ['unit unit']],
  [{ paper: { paper: 'citizen-card', number: '12' } }, ['paper citizen-number']],
  [{ paper: { paper: 'passport', number: 'c 12' } }, ['paper passport']],
  [{ paper: { paper: 'passport', number: 'c1234567', country: 'Nhật Bản' } }, ['paper country']],
  [{ address: { unit: '18073' } }, ['address address-line']],
  [{ kinds: ['a', 'b', 'c'] }, ['kinds too-many']],
  [{ kinds: ['x'] }, ['kinds choice']],
  [{ amount: '2.000.000' }, ['amount too-large']],
  [{ area: '1,555' }, ['area number']],
  [{ area: -1 }, ['area too-small']],
  [{ amount: '5000', proof: 'ab' }, ['proof pattern']],
  [{ name: 'Đào 中' }, ['name unprintable']],
  [{ kinds: ['b'], story: 'a'.repeat(4001) }, ['story too-long']],
  [{ trades: [{ id: 'r7', answers: { isMain: true } }] }, ['trades.r7.trade required', 'trades.r7.since required']],
  [{ trades: Array.from({ length: 4 }, () => ({ answers: { trade: 'x' } })) }, ['trades too-many']],
  [{ premises: 'rent', lease: ['1', '2', '3', '4'], landlord: 'Ba' }, ['lease too-many']],
  [{ truth: 'no' }, ['truth required']],
])('judges %j', (raw, expected) => {
  expect(faults(raw)).toEqual(expected);
});

test('a question that is not asked is neither judged nor kept', () => {
  const answers = normalised({ landlord: 'Ba', landlordNote: 'x', proof: 'ab', truth: undefined });
  expect(validateAnswers(everyType, answers, counter)).toEqual([]);
  expect(pruneAnswers(everyType, answers, counter)).not.toHaveProperty('landlord');
  expect(pruneAnswers(everyType, answers, counter)).not.toHaveProperty('landlordNote');
  expect(pruneAnswers(everyType, answers, counter)).not.toHaveProperty('truth');
});

test('an answer that has gone hides what depended on it', () => {
  const answers = normalised({ premises: 'own', landlord: 'Ba', landlordNote: 'x' });
  expect(pruneAnswers(everyType, answers, online)).not.toHaveProperty('landlordNote');
});

test('a row looks at its own answers first, then at the form', () => {
  const row = { trade: 'x', isMain: true, since: '1/1/2020', share: 3 };
  const [own] = pruneAnswers(everyType, normalised({ trades: [{ answers: row }] }), online).trades as { answers: object }[];
  const [rented] = pruneAnswers(everyType, normalised({ premises: 'rent', trades: [{ answers: row }] }), online).trades as {
    answers: object;
  }[];
  expect(own?.answers).toEqual({ trade: 'x', isMain: true, since: '2020-01-01' });
  expect(rented?.answers).toHaveProperty('share', 3);
});

test('a verified answer fills in and cannot be changed; an unverified one fills in only', () => {
  const known = prefillAnswers(everyType, { 'person.fullName': { value: ' Nguyễn  Thị Đào', isVerified: true } });
  expect(known).toEqual({ answers: { name: 'Nguyễn Thị Đào' }, verified: { name: 'Nguyễn Thị Đào' } });
  const changed = normalised({ name: 'Nguyễn Thị Mai' });
  expect(validateAnswers(everyType, changed, online, known.verified).map(({ path, code }) => `${path} ${code}`)).toEqual(['name verified']);
  expect(prefillAnswers(everyType, { 'person.fullName': { value: 'Ba', isVerified: false } }).verified).toEqual({});
});

test('a stop is raised by what is asked', () => {
  expect(raisedStops(everyType, normalised({ bornOn: '2021' }), online).map((stop) => stop.key)).toEqual(['too-young']);
  expect(raisedStops(everyType, normalised({}), online)).toEqual([]);
});

test('tells which papers are asked for now', () => {
  expect(askedPapers(everyType, normalised({}), online)).toEqual([]);
  expect(askedPapers(everyType, normalised({ premises: 'rent', lease: 'file-1' }), online)).toEqual([
    { component: 'lease', isRequired: false, files: ['file-1'] },
  ]);
});

test('names what does not belong to the form', () => {
  const raw = {
    nme: 'x',
    name: 3,
    hello: 'x',
    paper: { paper: 'passport', nummer: '1' },
    kinds: [1],
    constructor: 'x',
    trades: [{ id: 'r1', answers: { trade: 'x', other: 1 }, extra: 1 }, 'row'],
  };
  expect(strayAnswers(everyType, raw)).toEqual([
    'nme',
    'name',
    'hello',
    'paper',
    'kinds',
    'constructor',
    'trades.0.extra',
    'trades.0.other',
    'trades.1.self',
  ]);
  expect(strayAnswers(everyType, whole)).toEqual([]);
  expect(strayAnswers(everyType, [])).toEqual(['']);
});
