import { type FileKind } from './file-kind';

const EXTENSIONS: Record<FileKind, string> = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png' };

const LONGEST = 120;

/**
 * The name a paper carries on screens and when it is saved. It is never a path:
 * files at rest are named by their hash. What could forge a header, a folder or
 * a reading direction is taken out. Once the content is known, the ending follows it;
 * until then the one that was given stays.
 */
export function cleanDisplayName(given: string, kind?: FileKind): string {
  const lastPart = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const letters = lastPart
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD]/gu, ' ')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]{1,8})?$/iu.exec(letters) ?? [];
  const isOurs = /^\.(pdf|jpe?g|png)$/i.test(ending);
  const kept = kind === undefined || isOurs ? stem : letters;
  const short = [...kept].slice(0, LONGEST).join('').trimEnd();
  return `${short === '' ? 'tep' : short}${kind === undefined ? ending : EXTENSIONS[kind]}`;
}
