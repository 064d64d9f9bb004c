import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stateOf } from '../support/fuzz/state';
import { undoing } from '../support/matrix/knocking';
import { PASSWORD } from '../support/people';
import { useOffice } from '../support/server';

const undo = undoing();
const office = useOffice({ around: undo.around });

/** Which tables are seen to have changed meanwhile, and whether files have. */
async function changedBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = await stateOf(office);
  await act();
  const after = await stateOf(office);
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}

test('a row that is added, changed or taken away is seen', async () => {
  const { accountId } = await office.citizen();
  const sql = (statement: string) => office.sequelize.query(statement, { bind: [accountId] });
  expect(await changedBy(() => office.citizen('b'))).toEqual(['accounts', 'identity_papers', 'people']);
  expect(await changedBy(() => sql(`update accounts set display_name = 'Khác' where id = $1`))).toEqual(['accounts']);
  await office.asCitizen().enter();
  expect(await changedBy(() => sql('update sessions set ended_at = created_at where account_id = $1'))).toEqual(['sessions']);
  expect(await changedBy(() => sql(`update sessions set last_seen_at = last_seen_at + interval '1 s' where account_id = $1`))).toEqual([]);
});

test('a file that is added or changed is seen, whatever its length', async () => {
  const path = join(office.folder, 'uploads', 'a');
  expect(await changedBy(() => writeFile(path, ''))).toEqual([]);
  expect(await changedBy(() => writeFile(path, 'one'))).toEqual(['files']);
  expect(await changedBy(() => writeFile(path, 'two'))).toEqual(['files']);
});

test('what is taken back is not seen, and it is known of which request an act was done', async () => {
  const { userName } = await office.citizen();
  undo.state.isOn = true;
  const signIn = (password: string) => office.nobody().post('/api/sessions', { userName, password });
  let answer = await signIn(PASSWORD);
  expect(await changedBy(async () => (answer = await signIn('không phải mật khẩu này')))).toEqual([]);
  undo.state.isOn = false;
  expect(answer).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } });
  expect(undo.state.finished.has(answer.body.requestId as string)).toBe(true);
});
