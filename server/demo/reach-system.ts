import { spawn, type ChildProcess } from 'node:child_process';
import { Deviation } from './deviation';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 100;
/** Stopped, interrupted while it started, or before it had opened anything. */
const ORDERLY: readonly (number | null)[] = [0, 130, null];
const ADDRESS = /đang chạy tại (http\S+)/;

export type Reaching = {
  address: string;
  /** The server, where one has to be started. */
  program: string;
  say: (line: string) => void;
  /** Closes what was opened here, whatever ends the demonstration. */
  onEnd: (close: () => Promise<void>) => void;
};

/**
 * Finds the running system, or starts one with the very same environment where
 * none answers; one that was started here is stopped here, in its own order.
 * Answers where it is.
 */
export async function reachSystem({ address, program, say, onEnd }: Reaching): Promise<string> {
  if (await isRunning(address)) {
    say(`Diễn trên hệ thống đang chạy tại ${address}.`);
    return address;
  }
  say(`Không có hệ thống nào đang chạy tại ${address}: tự khởi động một hệ thống để diễn.`);
  const child = spawn(process.execPath, ['--enable-source-maps', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onEnd(async () => {
    if (isOver(child)) return;
    child.kill('SIGTERM');
    const code = await ended;
    if (!ORDERLY.includes(code)) throw new Deviation(`hệ thống tự khởi động không dừng êm (mã ${String(code)})`);
    say('Đã dừng hệ thống tự khởi động.');
  });
  const started = await untilReady(child);
  say(`Hệ thống đã sẵn sàng tại ${started}.`);
  return started;
}

/** Port 0 is nobody's address. A program of another make at the address is no system to start beside. */
async function isRunning(address: string): Promise<boolean> {
  if (address.endsWith(':0')) return false;
  const response = await fetch(`${address}/api/ready`).catch(() => undefined);
  if (!response) return false;
  const answer = (await response.json().catch(() => undefined)) as { isReady?: boolean; code?: string } | undefined;
  if (answer?.isReady === true) return true;
  if (answer?.code === 'unavailable') throw new Deviation(`hệ thống tại ${address} chưa phục vụ được`);
  throw new Deviation(`tại ${address} là một chương trình khác, không phải hệ thống Một Cửa`);
}

async function untilReady(child: ChildProcess): Promise<string> {
  const printed = listenTo(child);
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const address = ADDRESS.exec(printed.out())?.[1];
    if (address) return address;
    if (isOver(child)) throw new Deviation(`hệ thống không khởi động được: ${printed.faults() || `mã ${String(child.exitCode)}`}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Deviation(`hệ thống chưa sẵn sàng sau ${PATIENCE_MS / 1000} giây`);
}

function isOver({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Keeps what is printed until the address is known, and the end of what was complained of. */
function listenTo({ stdout, stderr }: ChildProcess): { out: () => string; faults: () => string } {
  let out = '';
  let faults = '';
  stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (!ADDRESS.test(out)) out += text;
  });
  stderr?.setEncoding('utf8').on('data', (text: string) => (faults = (faults + text).slice(-2000)));
  return { out: () => out, faults: () => faults.trim() };
}
