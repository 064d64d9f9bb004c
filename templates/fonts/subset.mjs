// Cuts the four faces of Tinos down to what Vietnamese official papers use: node templates/fonts/subset.mjs
// Shaping tables are dropped: pages are set letter by letter, so no ligature can swallow letters from the extracted text.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const faces = {
  'tinos-regular.ttf': '400Regular/Tinos_400Regular.ttf',
  'tinos-bold.ttf': '700Bold/Tinos_700Bold.ttf',
  'tinos-italic.ttf': '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'tinos-bold-italic.ttf': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};
const span = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
const letters = [
  span(0x20, 0x7e),
  span(0xa0, 0xff),
  span(0x100, 0x17f), // names of foreigners
  'ƠơƯư',
  span(0x1ea0, 0x1ef9), // Vietnamese, composed
  '–—‑‘’‚“”„…•‰′″€₫№−×÷≤≥≠→□■',
].join('');

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const source = join(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'), '..');
for (const [name, file] of Object.entries(faces)) {
  const cut = await subsetFont(readFileSync(join(source, file)), letters, {
    targetFormat: 'truetype',
    noHinting: true,
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'kern', 'DSIG'],
  });
  writeFileSync(join(here, name), cut);
  console.log(name, cut.length);
}
writeFileSync(join(here, 'LICENSE.txt'), readFileSync(join(source, 'LICENSE_FONT')));
