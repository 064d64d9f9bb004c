import { allEndpoints } from '../../server/contract/endpoints';
import { ACTORS } from '../support/matrix/actors';
import { readTable, VERDICTS } from '../support/matrix/table';

const table = readTable();

test('the table of who may has one line for every endpoint and everybody who may knock, in the order of the contract, and no other', () => {
  const expected = allEndpoints.flatMap(({ id }) => ACTORS.map((actor) => `${id} ${actor}`));
  expect(table.map(({ endpoint, actor }) => `${endpoint} ${actor}`)).toEqual(expected);
});

test('every line of the table is a verdict for one’s own and for somebody else’s, with its reason in words', () => {
  for (const line of table) {
    expect(VERDICTS).toContain(line.own);
    expect(VERDICTS).toContain(line.foreign);
    expect(line).toMatchObject({ reason: expect.stringMatching(/^\S.{11,}\S$/) });
  }
});

test('nobody is let into what is not their own where they are turned away from what is', () => {
  const wider = table.filter(({ own, foreign }) => own !== 'yes' && own !== '-' && foreign === 'yes');
  expect(wider).toEqual([]);
});
