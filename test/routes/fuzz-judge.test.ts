import { allEndpoints } from '../../server/contract/endpoints';
import { problemOf } from '../../server/http/problem';
import { Refusal } from '../../server/domain/refusal';
import { faultsOf } from '../support/fuzz/judge';

const door = allEndpoints.find(({ id }) => id === 'listSessions')!;
const PROBLEM = 'application/problem+json; charset=utf-8';
const refused = { ...problemOf(new Refusal('not-signed-in'), '0198e1a0-7c1e-7000-8000-000000000000') };

test('a refusal in both languages that the door names is right', () => {
  expect(faultsOf({ status: 401, type: PROBLEM, text: JSON.stringify(refused) }, door)).toEqual([]);
});

test.each([
  ['a fault', { status: 500, type: PROBLEM, text: JSON.stringify({ ...refused, status: 500 }) }],
  ['a busy house', { status: 503, type: PROBLEM, text: JSON.stringify({ ...refused, status: 503 }) }],
  ['a refusal without a word', { status: 404, type: 'text/html', text: '' }],
  ['a refusal of an unknown kind', { status: 401, type: PROBLEM, text: JSON.stringify({ ...refused, code: 'no' }) }],
  ['a refusal in one language', { status: 401, type: PROBLEM, text: JSON.stringify({ ...refused, detailEn: '' }) }],
  ['a sentence with a hole', { status: 401, type: PROBLEM, text: JSON.stringify({ ...refused, detail: 'Không có {what}.' }) }],
  [
    'a refusal that the door does not name',
    { status: 409, type: PROBLEM, text: JSON.stringify({ ...refused, status: 409, code: 'stale' }) },
  ],
  ['another state than the body says', { status: 403, type: PROBLEM, text: JSON.stringify(refused) }],
  ['an answer of another shape', { status: 200, type: 'application/json', text: '{"sessions":[{"id":1}]}' }],
  [
    'what is inside',
    { status: 401, type: PROBLEM, text: JSON.stringify({ ...refused, facts: { why: 'at Object.x (/srv/node_modules/pg/a.js:1)' } }) },
  ],
])('%s is found', (_what, heard) => {
  expect(faultsOf(heard, door)).not.toEqual([]);
});
