import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CARRIER_BEHAVIOURS } from './carrier-trip';
import { type PostalOrder } from './postal-gateway';

const Party = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  provinceCode: z.string(),
  districtCode: z.string().optional(),
  email: z.string().optional(),
});
const Order = z.object({
  orderNumber: z.string(),
  sender: Party,
  receiver: Party,
  contents: z.string(),
  note: z.string(),
  codDong: z.number(),
});
const Line = z.discriminatedUnion('line', [
  z.object({ line: z.literal('placed'), order: Order, behaviour: z.enum(CARRIER_BEHAVIOURS), at: z.iso.datetime() }),
  z.object({ line: z.literal('cancelled'), orderNumber: z.string(), at: z.iso.datetime() }),
  /** Event number `place` of an order's trip got the next id of the feed. */
  z.object({ line: z.literal('shown'), orderNumber: z.string(), place: z.number() }),
]);

export type CarrierLine =
  | Exclude<z.output<typeof Line>, { line: 'placed' }>
  | (Omit<Extract<z.output<typeof Line>, { line: 'placed' }>, 'order'> & { order: PostalOrder });

/** What the simulated carrier must remember over a restart. One process writes one book. */
export interface CarrierBook {
  read(): Promise<CarrierLine[]>;
  append(lines: readonly CarrierLine[]): Promise<void>;
}

export function openMemoryBook(): CarrierBook {
  const kept: CarrierLine[] = [];
  return {
    read: async () => [...kept],
    append: async (lines) => void kept.push(...lines),
  };
}

/** One JSON object a line; a last line that a killed process left half written is passed over. */
export function openFileBook(path: string): CarrierBook {
  return {
    async read() {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const text = await readFile(path, { encoding: 'utf8', flag: 'a+' });
      const whole = text.split('\n').slice(0, -1);
      if (!text.endsWith('\n') && text !== '') await appendFile(path, '\n');
      return whole.flatMap((line) => parse(line));
    },
    append: (lines) => appendFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 }),
  };
}

function parse(line: string): CarrierLine[] {
  try {
    return [Line.parse(JSON.parse(line)) as CarrierLine];
  } catch {
    return [];
  }
}
