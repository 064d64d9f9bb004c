// Draws the made-up seals and hand signatures of the demonstration: node templates/demonstration/draw-images.mjs
//
// Registered images are PNG with transparent background (NĐ 30/2020, Annex I): a hand signature in blue, a seal in red
// and in its real size. Each seal says that it is an illustration and bears no national emblem. Letters are drawn as
// outlines of the document font, so the result is the same on every machine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as fontkit from '@cantoo/fontkit';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const folder = import.meta.dirname;
const fontFile = require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf');
const font = (fontkit.create ?? fontkit.default.create)(readFileSync(fontFile));

const RED = '#c8102e';
const BLUE = '#1f3fa6';
const SEAL = 420; // 35.6 mm at 300 dpi
const SIGNATURE = { width: 480, height: 200 };

const { seals, signatures } = JSON.parse(readFileSync(join(folder, 'images.json'), 'utf8'));
for (const { file, agency } of seals) await write(file, drawSeal(agency), RED);
for (const { file, seed } of signatures) await write(file, drawSignature(seed), BLUE);

/** One ink everywhere, and the drawing in the transparency alone: a third of the bytes in every signed file. */
async function write(file, drawing, ink) {
  const { data, info } = await sharp(Buffer.from(drawing)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const [red, green, blue] = ink.match(/[0-9a-f]{2}/g).map((digits) => parseInt(digits, 16));
  for (let at = 0; at < data.length; at += 4) data.set([red, green, blue], at);
  const raw = { width: info.width, height: info.height, channels: 4 };
  await sharp(data, { raw }).png({ compressionLevel: 9 }).toFile(join(folder, file));
}

function drawSeal(agency) {
  const middle = SEAL / 2;
  const ring = (radius, width) =>
    `<circle cx="${middle}" cy="${middle}" r="${radius}" fill="none" stroke="${RED}" stroke-width="${width}"/>`;
  const rings = ring(middle - 6, 8) + ring(middle - 18, 2) + ring(112, 2);
  const size = Math.min(40, (40 * 640) / widthOf(agency, 40));
  const star = `<path d="${starPath(middle, SEAL - 55, 20)}" fill="${RED}"/>`;
  const words = alongCircle(agency, size, 142) + line('BẢN', 38, middle - 10) + line('MINH HỌA', 33, middle + 34);
  return svg(SEAL, SEAL, rings + star + words);
}

/** Letters on a circle, read from outside, centred at the top. */
function alongCircle(text, size, radius) {
  const spacing = size / 12;
  const { glyphs, positions } = font.layout(text);
  const advances = positions.map(({ xAdvance }) => (xAdvance / font.unitsPerEm) * size + spacing);
  let angle = -advances.reduce((sum, advance) => sum + advance, 0) / radius / 2;
  return glyphs
    .map((glyph, index) => {
      const own = advances[index] / radius;
      const turn = ((angle + own / 2) * 180) / Math.PI;
      angle += own;
      const place = `translate(${SEAL / 2} ${SEAL / 2}) rotate(${turn}) translate(${-(advances[index] - spacing) / 2} ${-radius})`;
      return outline(glyph, size, place);
    })
    .join('');
}

function line(text, size, baseline) {
  let x = SEAL / 2 - widthOf(text, size) / 2;
  const { glyphs, positions } = font.layout(text);
  return glyphs
    .map((glyph, index) => {
      const drawn = outline(glyph, size, `translate(${x} ${baseline})`);
      x += (positions[index].xAdvance / font.unitsPerEm) * size;
      return drawn;
    })
    .join('');
}

function outline(glyph, size, place) {
  const scale = size / font.unitsPerEm;
  return `<path transform="${place} scale(${scale} ${-scale})" d="${glyph.path.toSVG()}" fill="${RED}"/>`;
}

function widthOf(text, size) {
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
}

function starPath(x, y, radius) {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * 0.4;
    return `${(x + reach * Math.cos(angle)).toFixed(2)} ${(y + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

/** A scribble that nobody writes: loops of a seeded walk, and one stroke below. */
function drawSignature(seed) {
  const random = randomFrom(seed);
  const between = (low, high) => low + random() * (high - low);
  const points = [[between(35, 60), between(110, 130)]];
  for (let x = 70, up = true; x < 400; x += between(12, 30), up = !up) {
    const reach = x < 150 ? between(55, 85) : between(14, 42);
    points.push([x + between(-14, 14), 105 + (up ? -reach : reach * 0.6)]);
  }
  points.push([445, between(60, 95)]);
  const stroke = smooth(points);
  const under = smooth([
    [between(60, 110), between(160, 172)],
    [between(220, 260), between(146, 158)],
    [between(400, 450), between(138, 150)],
    [between(300, 340), between(166, 178)],
  ]);
  const pen = `fill="none" stroke="${BLUE}" stroke-linecap="round" stroke-linejoin="round"`;
  const drawn = `<path d="${stroke}" ${pen} stroke-width="5.5"/><path d="${under}" ${pen} stroke-width="3.5"/>`;
  return svg(SIGNATURE.width, SIGNATURE.height, drawn);
}

/** A curve through the points (Catmull–Rom as Bézier). */
function smooth(points) {
  const at = (index) => points[Math.min(Math.max(index, 0), points.length - 1)];
  const curves = points.slice(1).map(([x, y], index) => {
    const [[x0, y0], [x1, y1], [x3, y3]] = [at(index - 1), at(index), at(index + 2)];
    const controls = [x1 + (x - x0) / 5, y1 + (y - y0) / 5, x - (x3 - x1) / 5, y - (y3 - y1) / 5, x, y];
    return `C${controls.map((value) => value.toFixed(1)).join(' ')}`;
  });
  return `M${points[0].map((value) => value.toFixed(1)).join(' ')}${curves.join('')}`;
}

function randomFrom(seed) {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
  };
}

function svg(width, height, content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}
