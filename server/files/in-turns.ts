/** Lets so many works go on at once, the others in the order in which they came. */
export function inTurns(atOnce: number): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let free = atOnce;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (free === 0) await new Promise<void>((enter) => waiting.push(enter));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
