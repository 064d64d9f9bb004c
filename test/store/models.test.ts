import { type ModelStatic, type Model, type Transaction } from 'sequelize';
import { MODELS } from '../../server/store/models/all';
import { execute, rows } from '../../server/store/rows';
import { useDatabase } from '../support/database';

const database = useDatabase();

interface Column {
  name: string;
  type: string;
  isNullable: boolean;
  hasDefault: boolean;
  isKey: boolean;
}

const TYPE_NAMES: Record<string, string> = {
  TEXT: 'text',
  INTEGER: 'integer',
  SMALLINT: 'smallint',
  BIGINT: 'bigint',
  UUID: 'uuid',
  DATE: 'timestamp with time zone',
  DATEONLY: 'date',
  JSONB: 'jsonb',
  BLOB: 'bytea',
  BOOLEAN: 'boolean',
  ARRAY: 'ARRAY',
};

const inTheModel = (model: ModelStatic<Model>): Column[] =>
  Object.entries(model.getAttributes())
    .map(([name, attribute]) => ({
      name: attribute.field ?? name,
      type: TYPE_NAMES[(attribute.type as { key: string }).key] ?? 'unknown',
      isNullable: attribute.allowNull !== false && attribute.primaryKey !== true,
      hasDefault: attribute.defaultValue !== undefined || attribute.autoIncrement === true,
      isKey: attribute.primaryKey === true,
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** Generated columns belong to the database alone. */
const inTheDatabase = (tx: Transaction, table: string): Promise<Column[]> =>
  rows<Column>(
    tx,
    `select column_name as name, data_type as type, is_nullable = 'YES' as "isNullable",
        column_default is not null or is_identity = 'YES' as "hasDefault",
        exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                where i.indrelid = $1::text::regclass and i.indisprimary and a.attname = column_name) as "isKey"
     from information_schema.columns
     where table_schema = 'public' and table_name = $1::text and is_generated = 'NEVER' order by column_name collate "C"`,
    [table],
  );

const inTransaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);

test('gives every table one model', async () => {
  const tables = await inTransaction((tx) =>
    rows<{ name: string }>(
      tx,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations'`,
    ),
  );
  expect(MODELS.map((model) => model.tableName).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test.each(MODELS.map((model) => [model.name, model] as const))('describes %s as the database holds it', async (_name, model) => {
  const held = await inTransaction((tx) => inTheDatabase(tx, model.tableName));
  expect(inTheModel(model as ModelStatic<Model>)).toEqual(held);
});

test.each([
  ['a new column', 'alter table counters add note text'],
  ['a column that is gone', 'alter table counters drop value'],
  ['another type', 'alter table counters alter value type bigint'],
  ['a column that may now be empty', 'alter table counters alter value drop not null'],
  ['a default', 'alter table counters alter value set default 0'],
])('notices %s', async (_what, statement) => {
  const counter = MODELS.find((model) => model.tableName === 'counters') as ModelStatic<Model>;
  const held = await database.owner.transaction(async (tx) => {
    await execute(tx, statement);
    const columns = await inTheDatabase(tx, 'counters');
    await execute(tx, 'rollback and chain');
    return columns;
  });
  expect(inTheModel(counter)).not.toEqual(held);
});

test('reads bigint as an exact number and refuses one that would be rounded', async () => {
  const [held] = await inTransaction((tx) => rows<{ amount: number }>(tx, 'select 9007199254740991::bigint as amount'));
  expect(held).toEqual({ amount: 9_007_199_254_740_991 });
  await expect(inTransaction((tx) => rows(tx, 'select 9007199254740993::bigint as amount'))).rejects.toThrow(/cannot be told exactly/);
});

test('reads a legal date as its text, whatever the machine’s zone', async () => {
  const [held] = await inTransaction((tx) => rows<{ day: string }>(tx, `select date '2027-02-06' as day`));
  expect(held).toEqual({ day: '2027-02-06' });
});
