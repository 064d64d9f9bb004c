import { type Signer } from './signer';

/** A key that somebody has opened for one batch. `holder` is whoever the caller acts for with it. */
export type OpenedKey<Holder> = { readonly signer: Signer; readonly holder: Holder };

/**
 * Keys opened by their PIN, in the memory of this process and nowhere else. The
 * PIN itself is not kept. A key lies here only while its batch is worked on, and
 * goes when nothing has used it for `lifeMs`: whoever signs on later is asked again.
 */
export class KeyRing<Holder> {
  readonly #lifeMs: number;
  readonly #keys = new Map<string, OpenedKey<Holder> & { usedAt: Date }>();

  constructor(lifeMs: number) {
    this.#lifeMs = lifeMs;
  }

  keep(batchId: string, key: OpenedKey<Holder>, at: Date): void {
    this.#keys.set(batchId, { ...key, usedAt: at });
  }

  /** Using a key keeps it open. */
  use(batchId: string, at: Date): OpenedKey<Holder> | undefined {
    this.#dropOld(at);
    const key = this.#keys.get(batchId);
    if (key) this.#keys.set(batchId, { ...key, usedAt: at });
    return key;
  }

  /** The batches that can be worked on here. */
  batches(at: Date): string[] {
    this.#dropOld(at);
    return [...this.#keys.keys()];
  }

  drop(batchId: string): void {
    this.#keys.delete(batchId);
  }

  #dropOld(at: Date): void {
    for (const [batchId, { usedAt }] of this.#keys) if (at.getTime() - usedAt.getTime() > this.#lifeMs) this.#keys.delete(batchId);
  }
}
