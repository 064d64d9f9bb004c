import {
  type Attributes,
  type CreationAttributes,
  type Model,
  type ModelAttributeColumnOptions,
  type ModelStatic,
  type Transaction,
} from 'sequelize';
import { json, row, rows } from './rows';

const lists = new WeakMap<ModelStatic<Model>, Map<string, string>>();

/** The columns of a table under the names that the code knows them by, for a statement that reads whole rows. */
export function columns<M extends Model>(model: ModelStatic<M>, alias = ''): string {
  const known = lists.get(model) ?? new Map<string, string>();
  lists.set(model, known);
  const list = known.get(alias) ?? listColumns(model, alias && `${alias}.`);
  known.set(alias, list);
  return list;
}

function listColumns(model: ModelStatic<Model>, prefix: string): string {
  return Object.entries(attributesOf(model))
    .map(([name, attribute]) => `${prefix}"${attribute.field ?? name}" as "${name}"`)
    .join(', ');
}

/** One row by its key. Plain data, without the machinery of a model instance. */
export async function findRecord<M extends Model>(
  tx: Transaction,
  model: ModelStatic<M>,
  key: string | number,
): Promise<Attributes<M> | undefined> {
  return row<Attributes<M>>(tx, `select ${columns(model)} from "${model.tableName}" where "${keyColumn(model)}" = $1`, [key]);
}

/** Enters one row and answers it with what the database filled in. */
export async function insertRecord<M extends Model>(
  tx: Transaction,
  model: ModelStatic<M>,
  values: CreationAttributes<M>,
): Promise<Attributes<M>> {
  return (await insertRecords(tx, model, [values]))[0]!;
}

/** Enters several rows in one statement; what a row leaves out gets the column's default. Answers them in no promised order. */
export async function insertRecords<M extends Model>(
  tx: Transaction,
  model: ModelStatic<M>,
  many: readonly CreationAttributes<M>[],
): Promise<Attributes<M>[]> {
  if (many.length === 0) return [];
  const attributes = attributesOf(model);
  const names = Object.keys(attributes).filter((name) => many.some((values) => valueOf(values, name) !== undefined));
  const bound: unknown[] = [];
  const place = (name: string, value: unknown): string =>
    value === undefined ? 'default' : `$${bound.push(encode(attributes[name]!, value))}`;
  const lines = many.map((values) => `(${names.map((name) => place(name, valueOf(values, name))).join(', ')})`);
  const into = names.map((name) => `"${attributes[name]!.field ?? name}"`).join(', ');
  return rows<Attributes<M>>(
    tx,
    `insert into "${model.tableName}" (${into}) values ${lines.join(', ')} returning ${columns(model)}`,
    bound,
  );
}

/** Writes the named columns of one row; `extra` is SQL that moves with them, such as a version. Answers the row as it now is. */
export async function changeRecord<M extends Model>(
  tx: Transaction,
  model: ModelStatic<M>,
  key: string | number,
  changes: Partial<Attributes<M>>,
  extra: readonly string[] = [],
): Promise<Attributes<M> | undefined> {
  const attributes = attributesOf(model);
  const bound: unknown[] = [key];
  const sets = Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `"${attributes[name]!.field ?? name}" = $${bound.push(encode(attributes[name]!, value))}`);
  const all = [...sets, ...extra];
  if (all.length === 0) return findRecord(tx, model, key);
  return row<Attributes<M>>(
    tx,
    `update "${model.tableName}" set ${all.join(', ')} where "${keyColumn(model)}" = $1 returning ${columns(model)}`,
    bound,
  );
}

type Columns = Record<string, ModelAttributeColumnOptions>;

function attributesOf(model: ModelStatic<Model>): Columns {
  const attributes: Columns = model.getAttributes();
  return attributes;
}

function keyColumn(model: ModelStatic<Model>): string {
  const [name, attribute] = Object.entries(attributesOf(model)).find(([, { primaryKey }]) => primaryKey)!;
  return attribute.field ?? name;
}

function valueOf(values: object, name: string): unknown {
  return (values as Record<string, unknown>)[name];
}

function encode(attribute: ModelAttributeColumnOptions, value: unknown): unknown {
  if ((attribute.type as { key: string }).key !== 'JSONB') return value ?? null;
  return value === null && attribute.allowNull === false ? 'null' : json(value);
}
