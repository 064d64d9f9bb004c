import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { platform } from 'node:os';
import { z } from 'zod';
import { HOSTILE_REASONS, type PdfVerdict } from './verdict';

/** An untrusted file is worth this much of our time, memory and processor. */
const LIMITS = { milliseconds: 5_000, addressSpaceKilobytes: 2 * 1024 * 1024, heapMegabytes: 512, processorSeconds: 10 };

const Verdict = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('ok'), pages: z.int().min(1), signatures: z.int().min(0), version: z.string().regex(/^\d\.\d$/) }),
  z.object({ verdict: z.literal('damaged'), why: z.string().max(200) }),
  z.object({ verdict: z.literal('encrypted') }),
  z.object({ verdict: z.literal('hostile'), why: z.enum(HOSTILE_REASONS) }),
]);

/**
 * Judges an uploaded PDF in a child process that is killed at the deadline and,
 * on Linux, cannot take more than its share of memory: nothing in the file is
 * read by the server itself.
 *
 * `bytesPath` is the file on disk, `childScriptPath` the built
 * `documents/inspect/child.js`. A file that the child dies of is `hostile`;
 * throws only where one of the two files is missing, which is our own fault.
 */
export async function inspectPdf(bytesPath: string, childScriptPath: string, deadline = LIMITS.milliseconds): Promise<PdfVerdict> {
  await Promise.all([access(bytesPath), access(childScriptPath)]);
  const node = [process.execPath, `--max-old-space-size=${LIMITS.heapMegabytes}`, childScriptPath, bytesPath];
  const [command, ...rest] = platform() === 'linux' ? withLimits(node) : node;
  return new Promise((resolve) => {
    // SIGKILL: a process that is busy in one call never hears a softer signal.
    execFile(command!, rest, { timeout: deadline, killSignal: 'SIGKILL', maxBuffer: 4096, env: {} }, (fault, stdout) => {
      if (fault) resolve({ verdict: 'hostile', why: fault.killed === true ? 'time' : 'gave-up' });
      else resolve(readVerdict(stdout));
    });
  });
}

/** The shell sets its own limits and becomes the child; the processor limit ends a child whose server was killed. */
function withLimits(command: string[]): string[] {
  const limits = `ulimit -v ${LIMITS.addressSpaceKilobytes} && ulimit -t ${LIMITS.processorSeconds} && ulimit -c 0 && exec "$@"`;
  return ['/bin/sh', '-c', limits, 'inspect', ...command];
}

function readVerdict(line: string): PdfVerdict {
  try {
    return Verdict.parse(JSON.parse(line));
  } catch {
    return { verdict: 'hostile', why: 'gave-up' };
  }
}
