import { spawnSync } from 'node:child_process';

/**
 * A test that asks a foreign program. Where the program is missing the test is
 * left out with a word; on the build machine it must be there.
 */
export function testWith(program: string): jest.It {
  const isThere = spawnSync('which', [program]).status === 0;
  if (!isThere && process.env['CI']) throw new Error(`${program} is missing`);
  if (!isThere) console.warn(`left out: ${program} is not installed`);
  return isThere ? test : test.skip;
}

/** Runs a program and gives back all it said; fails when it did. */
export function run(program: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${stdout}${stderr}`);
  return stdout + stderr;
}
