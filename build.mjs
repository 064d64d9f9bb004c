// One build for everything: node build.mjs [--watch]
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
const watch = process.argv.includes('--watch');
const shared = { sourcemap: true, logLevel: 'warning', jsx: 'automatic' };
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20.19' };
const browser = {
  ...shared,
  bundle: true,
  metafile: true,
  minify: !watch,
  outdir: 'dist/client',
  legalComments: 'linked',
  chunkNames: '[name]-[hash]',
  entryNames: watch ? '[name]' : '[name]-[hash]',
  define: { 'process.env.NODE_ENV': watch ? '"development"' : '"production"' },
};
const builds = [
  { ...node, bundle: true, packages: 'external', entryPoints: ['server/main.ts'], outdir: 'dist/server' },
  { ...node, entryPoints: readdirSync('migrations').map((file) => `migrations/${file}`), outdir: 'dist/migrations' },
];
const budgets = {};
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/client', { recursive: true });
const outputs = {};
for (const options of builds) Object.assign(outputs, (await esbuild.build(options)).metafile?.outputs);
const entries = {};
for (const [file, { entryPoint, cssBundle }] of Object.entries(outputs)) {
  const name = (path) => path?.slice('dist/client/'.length);
  if (entryPoint?.startsWith('client/')) entries[entryPoint] = { js: name(file), css: name(cssBundle) };
  if (watch || !/\.(js|css)$/.test(file)) continue;
  const bytes = readFileSync(file),
    gz = gzipSync(bytes, { level: 9 });
  writeFileSync(`${file}.gz`, gz);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  if (gz.length > budgets[entryPoint]) throw new Error(`${entryPoint}: ${gz.length} bytes gz, budget ${budgets[entryPoint]}`);
}
writeFileSync('dist/client/entries.json', JSON.stringify(entries)); // page -> hashed files, read by the layout
if (watch) {
  for (const options of builds) await (await esbuild.context(options)).watch();
  spawn(process.execPath, ['--watch', '--enable-source-maps', 'dist/server/main.js'], { stdio: 'inherit' });
}
