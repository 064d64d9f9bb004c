import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectory } from '../support/built-program';

const project = makeDirectory();
const path = (...names: string[]) => join(project, ...names);
const build = () => execFileSync(process.execPath, ['build.mjs'], { cwd: project });
const write = (file: string, text: string) => {
  mkdirSync(join(path(file), '..'), { recursive: true });
  writeFileSync(path(file), text);
};

beforeAll(() => {
  const root = join(__dirname, '../..');
  for (const file of ['build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) cpSync(join(root, file), path(file));
  symlinkSync(join(root, 'node_modules'), path('node_modules'));
  write('server/main.ts', `console.log('one');`);
  write('migrations/1-first.ts', `import { type Nothing } from '../server/nothing';\nexport const up: Nothing = 1;`);
  write('migrations/2-second.ts', 'export const up = 2;');
  build();
});

test('a migration keeps no import of types only: what it names is not in the build', () => {
  expect(readFileSync(path('dist/migrations/1-first.js'), 'utf8')).not.toContain('server/nothing');
});

test('unchanged sources are not built again', () => {
  const before = statSync(path('dist/server/main.js'));
  build();
  expect(statSync(path('dist/server/main.js'))).toEqual(before);
});

test('a lost file is built again', () => {
  rmSync(path('dist/server/main.js'));
  build();
  expect(existsSync(path('dist/server/main.js'))).toBe(true);
});

test('a new build drops the migrations that are gone, and keeps the assets of the one build before', () => {
  const stamp = JSON.parse(readFileSync(path('dist/build.json'), 'utf8')) as { assets: string[] };
  stamp.assets.push('client/staff-0A1B2C3D.js');
  write('dist/build.json', JSON.stringify(stamp));
  write('dist/client/staff-0A1B2C3D.js', '');
  rmSync(path('migrations/2-second.ts'));
  write('server/main.ts', `console.log('two');`);
  build();
  expect(readFileSync(path('dist/server/main.js'), 'utf8')).toContain('two');
  expect(readdirSync(path('dist/migrations'))).toEqual(['1-first.js', '1-first.js.map']);
  expect(readdirSync(path('dist/client'))).toContain('staff-0A1B2C3D.js');
  write('server/main.ts', `console.log('three');`);
  build();
  expect(readdirSync(path('dist/client'))).not.toContain('staff-0A1B2C3D.js');
});

test('a build that fails leaves the last one as it was', () => {
  write('server/main.ts', 'const = 4;');
  expect(() => execFileSync(process.execPath, ['build.mjs'], { cwd: project, stdio: 'pipe' })).toThrow();
  expect(readFileSync(path('dist/server/main.js'), 'utf8')).toContain('three');
  expect(readdirSync(project).filter((name) => name.startsWith('.dist-'))).toEqual([]);
});
