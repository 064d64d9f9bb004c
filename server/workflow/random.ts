/** Repeatable chance: the same seed gives the same numbers in [0, 1) for ever, so that a verdict on a diagram never changes (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A 32-bit hash of a text (FNV-1a, finished); for seeds, not for secrets. */
export function hashText(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822507);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

/**
 * Decisions that two readings of one diagram share without talking: by the text
 * or id asked about, the instance, and how often it was asked. From the fifth
 * time on a question is always denied, so that every loop is left.
 */
export class Decisions {
  private readonly name: string;
  private asked = new Map<string, number>();

  constructor(name: string) {
    this.name = name;
  }

  decide(question: string, index: number | undefined): boolean {
    const key = `${question}@${index ?? ''}`;
    const visit = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, visit);
    return visit < 5 && hashText(`${this.name}/${key}/${visit}`) % 2 === 0;
  }

  /** For a side that may have to repeat its last step. */
  remember(): () => void {
    const before = new Map(this.asked);
    return () => {
      this.asked = before;
    };
  }
}
