import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ADDRESS = /đang chạy tại (http\S+)/;

export type RunningServer = { url: string; dataDir: string; stop: () => Promise<void> };

/**
 * The built server on a free port, with everything of its own under this folder,
 * as `npm start` runs it. It writes its log to a file: whoever measures must not
 * be the one who reads it.
 */
export async function startServer(folder: string): Promise<RunningServer> {
  const dataDir = join(folder, 'data');
  const log = join(folder, 'server.log');
  const output = openSync(log, 'a');
  const server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, TRUSTED_PROXIES: '1' },
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  const ended = once(server, 'exit');
  let url: string | undefined;
  while (!url) {
    if (server.exitCode !== null) throw new Error('the server did not start');
    await pause(100);
    url = ADDRESS.exec(readFileSync(log, 'utf8'))?.[1];
  }
  return {
    url,
    dataDir,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
