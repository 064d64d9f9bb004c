import { open } from 'node:fs/promises';
import { type Disk } from '../../server/files/disk';

/** A disk whose writes go through `play`: bytes offered, place in the file -> bytes taken, or an error. */
export function diskThat(play: (length: number, position: number) => number): Disk {
  return {
    open: async (...words) => {
      const handle = await open(...words);
      const write = handle.write.bind(handle) as (chunk: Uint8Array, from: number, length: number, position: number) => Promise<unknown>;
      const played = async (chunk: Uint8Array, from: number, length: number, position: number) =>
        write(chunk, from, play(length, position), position);
      return Object.assign(handle, { write: played as typeof handle.write });
    },
  };
}
