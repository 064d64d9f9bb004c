// One build for everything: node build.mjs [--watch]
// It is made beside and moved over file by file: a server that runs from dist never misses a file, and pages that are
// open keep the assets of the build before. Unchanged sources are not built again.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What is built; a change in any of them, or in the lock file, makes a new build. */
const folders = ['server', 'client', 'migrations'];
const files = ['build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** Programs that are started by name: the server, the commands, the workers. The others join when they are written. */
const programs = [
  'server/main.ts',
  'server/migrate.ts',
  'server/seed.ts',
  'server/create-administrator.ts',
  'server/backup.ts',
  'server/restore.ts',
  'server/import-catalogue.ts',
  'server/compare-catalogue.ts',
  'server/demo.ts',
  'server/jobs/paper-worker.ts',
  'server/documents/inspect/child.ts',
].filter((file) => existsSync(file));
/** What browsers load: { entryPoints: { <name>: 'client/…' }, format, target } for each. */
const pages = [{ entryPoints: { site: 'client/styles/site.css' } }].filter(({ entryPoints }) => existsSync(entryPoints.site));
/** Gzipped bytes of an entry, at most. */
const budgets = {};

const watch = process.argv.includes('--watch');
const stampFile = 'dist/build.json';
const fingerprint = fingerprintOf([...folders.flatMap((folder) => filesUnder(folder).map((file) => join(folder, file))), ...files]);
const last = readStamp();
if (watch) await buildAndWatch();
else if (!isFresh(last)) await buildBeside();

async function buildBeside() {
  sweepDrafts();
  const draft = `.dist-${process.pid}`;
  try {
    await build(draft);
    const made = filesUnder(draft);
    for (const file of made) {
      mkdirSync(dirname(join('dist', file)), { recursive: true });
      renameSync(join(draft, file), join('dist', file));
    }
    const assets = made.filter(isAsset);
    const kept = new Set([...made, ...(last?.assets ?? [])]);
    for (const file of filesUnder('dist')) if (!kept.has(file)) rmSync(join('dist', file), { force: true });
    writeFileSync(stampFile, JSON.stringify({ fingerprint, files: made, assets }));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function buildAndWatch() {
  await buildBeside();
  rmSync(stampFile); // what follows changes the files under it
  const { context } = await import('esbuild');
  for (const options of buildsInto('dist')) await (await context(options)).watch();
  const server = spawn(process.execPath, ['--watch', '--enable-source-maps', 'dist/server/main.js'], { stdio: 'inherit' });
  server.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
}

async function build(target) {
  const esbuild = await import('esbuild');
  const outputs = {};
  for (const options of buildsInto(target)) Object.assign(outputs, (await esbuild.build(options)).metafile?.outputs);
  const entries = {};
  for (const [file, { entryPoint, cssBundle }] of Object.entries(outputs)) {
    const name = (path) => path?.slice(`${target}/client/`.length);
    if (entryPoint?.startsWith('client/')) entries[entryPoint] = { js: name(file), css: name(cssBundle) };
    if (watch || !/\.(js|css)$/.test(file)) continue;
    const bytes = readFileSync(file);
    const gz = gzipSync(bytes, { level: 9 });
    writeFileSync(`${file}.gz`, gz);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    if (gz.length > budgets[entryPoint]) throw new Error(`${entryPoint}: ${gz.length} bytes gz, budget ${budgets[entryPoint]}`);
  }
  mkdirSync(`${target}/client`, { recursive: true });
  writeFileSync(`${target}/client/entries.json`, JSON.stringify(entries)); // page -> hashed files, read by the layout
}

function buildsInto(target) {
  const shared = { sourcemap: true, logLevel: 'warning', jsx: 'automatic' };
  const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20.19' };
  const browser = {
    ...shared,
    bundle: true,
    metafile: true,
    minify: !watch,
    outdir: `${target}/client`,
    legalComments: 'linked',
    chunkNames: '[name]-[hash]',
    entryNames: watch ? '[name]' : '[name]-[hash]',
    define: { 'process.env.NODE_ENV': watch ? '"development"' : '"production"' },
  };
  return [
    { ...node, bundle: true, packages: 'external', entryPoints: programs, outbase: 'server', outdir: `${target}/server` },
    {
      ...node,
      entryPoints: readdirSync('migrations').map((file) => `migrations/${file}`),
      outdir: `${target}/migrations`,
      // A migration takes only types from the house: the import must leave no trace.
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
    },
    ...pages.map((page) => ({ ...browser, ...page })),
  ];
}

/** Hashed names never change their content: they may outlive their build by one. */
function isAsset(file) {
  return /^client\/.*-[0-9A-Z]{8}\./.test(file);
}

function isFresh(stamp) {
  return stamp?.fingerprint === fingerprint && stamp.files.every((file) => existsSync(join('dist', file)));
}

function readStamp() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : undefined;
}

function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What a build that was killed left behind. */
function sweepDrafts() {
  for (const name of readdirSync('.')) {
    const pid = /^\.dist-(\d+)$/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(name, { recursive: true, force: true });
  }
}
