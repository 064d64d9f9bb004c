/** Middle of the sorted values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which that part of all lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}

/** Milliseconds of processor time (user and system) that the work took, whatever else the machine was doing. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export type Result = {
  bench: string;
  figures: Record<string, number>;
  reference: Record<string, number>;
  ratio: Record<string, number>;
};

/** The last line of every bench: one JSON object behind the word RESULT. */
export function report(result: Result): void {
  console.log(`RESULT ${JSON.stringify(result)}`);
}
