import { constants, inflateSync } from 'node:zlib';
import { type Dict, type Value } from './reader';
import { Damaged, Hostile } from './verdict';

const MOST_OUT = 64 * 1024 * 1024;
const MOST_OUT_IN_ALL = 256 * 1024 * 1024;
const MOST_FILTERS = 3;
/** An A0 sheet at 600 dpi has 560 million pixels. */
const MOST_PIXELS = 600_000_000;

/** Unpacks streams within a budget for the whole file: a small file must not grow into a large one. */
export class Unpacker {
  private left = MOST_OUT_IN_ALL;

  /** Unpacks as far as the first filters are Flate; `isWhole` is false where another filter remains. */
  unpack(dict: Dict, data: Buffer): { data: Buffer; isWhole: boolean } {
    const filters = filtersOf(dict);
    if (filters.length > MOST_FILTERS) throw new Hostile('bomb');
    let out = data;
    for (const [at, filter] of filters.entries()) {
      if (filter !== '/FlateDecode' && filter !== '/Fl') return { data: out, isWhole: false };
      out = this.inflate(out, at);
    }
    return { data: out, isWhole: true };
  }

  /** Judges a stream that is not read further: images by the size they declare, all others by what they unpack to. */
  weigh(dict: Dict, data: Buffer): void {
    if (dict.get('/Subtype') === '/Image') {
      const [width, height] = [dict.get('/Width'), dict.get('/Height')];
      if (typeof width === 'number' && typeof height === 'number' && width * height > MOST_PIXELS) throw new Hostile('bomb');
      return;
    }
    try {
      this.unpack(dict, data);
    } catch (fault) {
      // A font or drawing that does not unpack shows nothing; viewers go on, and so do we.
      if (!(fault instanceof Damaged)) throw fault;
    }
  }

  private inflate(data: Buffer, at: number): Buffer {
    try {
      const out = inflateSync(data, { maxOutputLength: Math.min(MOST_OUT, this.left), finishFlush: constants.Z_SYNC_FLUSH });
      this.left -= out.length;
      return out;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Hostile('bomb');
      throw new Damaged(`filter ${at + 1} of a stream does not unpack`);
    }
  }
}

function filtersOf(dict: Dict): Value[] {
  const filter = dict.get('/Filter') ?? dict.get('/F');
  if (filter === undefined || filter === null) return [];
  return Array.isArray(filter) ? filter : [filter];
}
