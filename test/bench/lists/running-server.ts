import { spawn } from 'node:child_process';
import { once } from 'node:events';

const ADDRESS = /đang chạy tại (http\S+)/;

/** The built server on a free port, with everything of its own under this folder, as `npm start` runs it. */
export async function startServer(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder, TRUSTED_PROXIES: '1' };
  const server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const told = new Promise<string>((resolve) => {
    let said = '';
    server.stdout.on('data', (part: Buffer) => {
      said += String(part);
      const [, url] = ADDRESS.exec(said) ?? [];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([told, ended.then(() => Promise.reject(new Error('the server did not start')))]);
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
