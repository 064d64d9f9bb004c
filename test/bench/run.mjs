// node test/bench/run.mjs NAME: bundles test/bench/NAME.ts as the build bundles the server, and runs it from the project's root.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const name = process.argv[2];
mkdirSync('dist/test/bench', { recursive: true });
const outfile = `dist/test/bench/${name}.js`;
await build({
  entryPoints: [`test/bench/${name}.ts`],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  jsx: 'automatic',
  logLevel: 'warning',
});
spawn(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(3)], { stdio: 'inherit' }).on('exit', (code) =>
  process.exit(code ?? 1),
);
