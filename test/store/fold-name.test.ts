import { QueryTypes } from 'sequelize';
import { useDatabase } from '../support/database';

const database = useDatabase();

test.each([
  ['Đặng Thị Hoà', 'dang thi hoa'],
  ['ĐẶNG THỊ HÒA', 'dang thi hoa'],
  ['Nguyễn Ưu'.normalize('NFD'), 'nguyen uu'],
])('folds %s so that a search without marks finds it', async (name, folded) => {
  const [row] = await database.sequelize.query<{ folded: string }>('select fold_name($1) as folded', {
    bind: [name],
    type: QueryTypes.SELECT,
  });
  expect(row?.folded).toBe(folded);
});
