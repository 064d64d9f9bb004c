import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { plainPdf } from './plain-pdf';

/** A PDF of one page with more in its catalog, as object 4, and in its trailer. */
function pdf({
  catalog = '',
  object = 'null',
  trailer = '',
}: { catalog?: string; object?: string | Buffer; trailer?: string } = {}): Buffer {
  const pages = { 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: '<</Type/Page/Parent 2 0 R>>' };
  return plainPdf({ 1: `<</Type/Catalog/Pages 2 0 R${catalog}>>`, ...pages, 4: object }, `/Root 1 0 R${trailer}`);
}

function stream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<<${dictionary}/Length ${content.length}>>\nstream\n`), content, Buffer.from('\nendstream')]);
}

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#a33' } });
const MUCH = 200_000_000;

export type HostileFile = [what: string, make: () => Buffer | Promise<Buffer>, code: string, facts?: object];

/** Files that nobody may bring, and what each is told. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ['runs a script', () => pdf({ catalog: '/OpenAction<</S/JavaScript/JS(x)>>' }), 'file-hostile', { why: 'script' }],
  ['starts a program', () => pdf({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }), 'file-hostile', { why: 'launch' }],
  ['carries another file', () => pdf({ catalog: '/Names<</EmbeddedFiles 4 0 R>>' }), 'file-hostile', { why: 'embedded-file' }],
  ['nests without end', () => pdf({ object: '['.repeat(2_000_000) }), 'file-hostile', { why: 'nesting' }],
  [
    'unpacks to 200 MB',
    () => pdf({ object: stream('/Type/ObjStm/N 1/First 5/Filter/FlateDecode', deflateSync(Buffer.alloc(MUCH))) }),
    'file-hostile',
    { why: 'bomb' },
  ],
  [
    'unpacks twice',
    () => pdf({ object: stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(Buffer.alloc(MUCH)))) }),
    'file-hostile',
    { why: 'bomb' },
  ],
  ['has a password', () => pdf({ trailer: '/Encrypt<</Filter/Standard>>' }), 'file-encrypted'],
  ['is cut off', () => pdf().subarray(0, 60), 'file-damaged'],
  ['says only that it is a PDF', () => Buffer.from('%PDF-1.7\n'), 'file-damaged'],
  ['is a page of the web', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-type-refused'],
  ['is a program', () => Buffer.from(`MZ${'\0'.repeat(200)}`), 'file-type-refused'],
  ['is a text', () => Buffer.from('Kính gửi: Ủy ban nhân dân phường'), 'file-type-refused'],
  ['is one byte', () => Buffer.from([0]), 'file-type-refused'],
  [
    'is a photograph no office can open',
    () => Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0heicmif1${'\0'.repeat(100)}`, 'latin1'),
    'photo-format-refused',
  ],
  ['is half a photograph', async () => (await picture(400, 300).jpeg().toBuffer()).subarray(0, 300), 'file-damaged'],
  ['is a picture of 81 million points', () => picture(9000, 9000).png().toBuffer(), 'picture-too-large'],
];
