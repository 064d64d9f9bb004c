import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Field = string | number | boolean | Date | null;
export type Copying = { put(values: readonly Field[]): Promise<void>; end(): Promise<void> };

/** One table's stream, a line for each row: `into` is the table with its columns in the order of the values. As fast as PostgreSQL takes them. */
export function copyInto(owner: Client, into: string): Copying {
  const stream = owner.query(copyFrom(`copy ${into} from stdin`));
  return {
    async put(values) {
      if (!stream.write(`${values.map(field).join('\t')}\n`)) await once(stream, 'drain');
    },
    async end() {
      stream.end();
      await finished(stream);
    },
  };
}

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(value: Field): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  return String(value).replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign]!);
}
