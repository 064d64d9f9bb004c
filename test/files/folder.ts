import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for each test, gone afterwards. */
export function useFolder(): { path: string } {
  const folder = { path: '' };
  beforeEach(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'mot-cua-'));
  });
  afterEach(() => rm(folder.path, { recursive: true, force: true }));
  return folder;
}

/** What a refusal says, or undefined when nothing was refused. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; facts: Readonly<Record<string, unknown>> } | undefined> {
  const { Refusal } = await import('../../server/domain/refusal');
  try {
    await work;
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { code: fault.code, facts: fault.facts };
  }
}

export async function* pieces(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

export async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
