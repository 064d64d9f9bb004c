import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of the style sheet that the build has made. */
export function stylesOf(assets: string): string {
  const entries = JSON.parse(readFileSync(join(assets, 'entries.json'), 'utf8')) as Record<string, { css?: string; js?: string }>;
  const entry = entries['client/styles/site.css'];
  const file = entry?.css ?? entry?.js;
  if (!file) throw new Error('the build has made no style sheet');
  return `/assets/${file}`;
}
