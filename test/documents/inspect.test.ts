import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { PDFDocument } from 'pdf-lib';
import { inspectPdf } from '../../server/documents/inspect/inspect-pdf';
import { judgePdf } from '../../server/documents/inspect/judge';
import { renderDocument } from '../../server/documents/render';
import { readShippedTemplate } from '../../server/documents/shipped-templates';
import { samples } from './samples';

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-inspect-'));
const child = join(folder, 'child.js');

beforeAll(() => {
  buildSync({ entryPoints: ['server/documents/inspect/child.ts'], bundle: true, platform: 'node', format: 'cjs', outfile: child });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A small whole file: one page, with more entries in its catalog and more objects from number 4 on. */
function pdf({ catalog = '', page = '', objects = [] as string[], trailer = '' } = {}): Buffer {
  const bodies = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R${page}>>`,
    ...objects,
  ];
  const body = bodies.map((one, at) => `${at + 1} 0 obj\n${one}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size ${bodies.length + 1}${trailer}>>\nstartxref\n0\n%%EOF\n`, 'latin1');
}

function stream(dict: string, data: Buffer): string {
  return `<<${dict}/Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`;
}

function packed(object: string): string {
  const data = deflateSync(`20 0 ${object}`);
  return stream('/Type/ObjStm/N 1/First 5/Filter/FlateDecode', data);
}

async function inspect(bytes: Uint8Array) {
  const file = join(folder, `${Math.random()}.pdf`);
  writeFileSync(file, bytes);
  return inspectPdf(file, child, 60_000);
}

describe('an honest file', () => {
  test('is counted: pages, signatures, version', async () => {
    expect(await inspect(pdf())).toEqual({ verdict: 'ok', pages: 1, signatures: 0, version: '1.4' });
    const receipt = await renderDocument(readShippedTemplate('templates', 'form-01'), samples['form-01']);
    expect(await inspect(receipt.bytes)).toEqual({ verdict: 'ok', pages: 2, signatures: 0, version: '1.7' });
  });

  test('may be packed, carry a link, open at a page, and be signed', () => {
    expect(judgePdf(pdf({ catalog: '/Version/1.7/OpenAction[3 0 R/Fit]' }))).toMatchObject({ verdict: 'ok', version: '1.7' });
    expect(judgePdf(pdf({ catalog: '/OpenAction 4 0 R', objects: ['<</S/GoTo/D[3 0 R/Fit]>>'] }))).toMatchObject({ verdict: 'ok' });
    expect(judgePdf(pdf({ page: '/Annots[<</Subtype/Link/A<</S/URI/URI(https://dichvucong.hatinh.gov.vn)>>>>]' }))).toMatchObject({
      verdict: 'ok',
    });
    expect(judgePdf(pdf({ objects: [packed('<</Type/Font>>')] }))).toMatchObject({ verdict: 'ok' });
    const signature = '<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>';
    expect(judgePdf(pdf({ objects: [signature, '<</Type/DocTimeStamp/ByteRange[0 1 2 3]/Contents<00>>>'] }))).toMatchObject({
      signatures: 1,
    });
  });

  test('may be changed by appending', async () => {
    const { bytes } = await renderDocument(readShippedTemplate('templates', 'refusal-decision'), samples['refusal-decision']);
    const doc = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
    doc.addPage();
    expect(judgePdf(Buffer.from(await doc.save({ useObjectStreams: false })))).toMatchObject({ verdict: 'ok', pages: 2 });
  });
});

describe('a damaged file', () => {
  test('is one that is cut off anywhere', async () => {
    const { bytes } = await renderDocument(readShippedTemplate('templates', 'form-06'), samples['form-06']);
    for (let part = 0; part < 20; part += 1) {
      expect(judgePdf(Buffer.from(bytes.subarray(0, Math.floor((bytes.length * part) / 20))))).toMatchObject({ verdict: 'damaged' });
    }
    expect(await inspect(bytes.subarray(0, bytes.length / 2))).toMatchObject({ verdict: 'damaged' });
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['without pages', Buffer.from(pdf().toString('latin1').replace('[3 0 R]', '[]'), 'latin1')],
    ['a page tree in a circle', Buffer.from(pdf().toString('latin1').replace('[3 0 R]', '[2 0 R]'), 'latin1')],
    ['a page that is not there', Buffer.from(pdf().toString('latin1').replace('[3 0 R]', '[9 0 R]'), 'latin1')],
    ['no catalog', Buffer.from(pdf().toString('latin1').replace('/Root 1 0 R', ''), 'latin1')],
    ['words between objects', Buffer.from(pdf().toString('latin1').replace('endobj\n2', 'endobjx\n2'), 'latin1')],
    ['objects packed in an unknown way', pdf({ objects: [stream('/Type/ObjStm/N 1/First 5/Filter/LZWDecode', Buffer.from('20 0 null'))] })],
  ])('is one that is %s', (_, bytes) => {
    expect(judgePdf(bytes)).toMatchObject({ verdict: 'damaged' });
  });

  test('never crashes the judge, whichever byte is wrong', () => {
    const good = pdf({ objects: [packed('<</Type/Font>>'), '[(text)<00>/Name true null -1.5 1 0 R]'] });
    for (let at = 0; at < good.length; at += 1) {
      for (const byte of [0, 0x28, 0x3c, 0xff]) {
        const bad = Buffer.from(good);
        bad[at] = byte;
        expect(['ok', 'damaged', 'hostile', 'encrypted']).toContain(judgePdf(bad).verdict);
      }
    }
  });
});

test('an encrypted file is named so', async () => {
  expect(await inspect(pdf({ trailer: '/Encrypt 4 0 R', objects: ['<</Filter/Standard/V 4>>'] }))).toEqual({ verdict: 'encrypted' });
  expect(judgePdf(pdf({ objects: [stream('/Type/XRef/Root 1 0 R/Encrypt<</Filter/Standard>>', Buffer.alloc(4))] }))).toEqual({
    verdict: 'encrypted',
  });
});

describe('a hostile file', () => {
  const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
  test.each([
    ['runs a script on opening', 'script', pdf({ catalog: `/OpenAction${script}` })],
    ['runs a script from another object', 'script', pdf({ catalog: '/OpenAction 4 0 R', objects: [script] })],
    ['keeps a script that nothing points to', 'script', pdf({ objects: [script] })],
    ['packs its script', 'script', pdf({ objects: [packed(script)] })],
    ['spells its script with codes', 'script', pdf({ objects: ['<</S/J#61va#53cript/JS(x)>>'] })],
    ['names its kind of action elsewhere', 'script', pdf({ objects: ['<</S 5 0 R/JS(x)>>', '/JavaScript'] })],
    ['writes a key twice', 'script', pdf({ objects: ['<</S/JavaScript/S/GoTo/JS(x)>>', '<</S/GoTo/S/JavaScript/JS(x)>>'] })],
    ['lists scripts by name', 'script', pdf({ catalog: '/Names<</JavaScript 4 0 R>>', objects: ['<</Names[]>>'] })],
    ['carries a form with scripts', 'script', pdf({ catalog: '/AcroForm<</XFA 4 0 R>>', objects: ['[]'] })],
    ['starts a program', 'launch', pdf({ page: '/Annots[<</Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>]' })],
    ['starts a program on an event', 'launch', pdf({ page: '/AA<</O 4 0 R>>', objects: ['<</S/Launch/F(cmd.exe)>>'] })],
    ['carries files', 'embedded-file', pdf({ catalog: '/Names<</EmbeddedFiles 4 0 R>>', objects: ['<<>>'] })],
    [
      'hangs a file on a page',
      'embedded-file',
      pdf({ page: '/Annots[<</Subtype/FileAttachment/FS 4 0 R>>]', objects: ['<</F(a.exe)/EF<</F 5 0 R>>>>'] }),
    ],
    ['opens a page of the web by itself', 'open-action', pdf({ catalog: '/OpenAction<</S/URI/URI(https://x.test)>>' })],
    ['sends what is typed', 'form-action', pdf({ objects: ['<</S/SubmitForm/F(https://x.test)>>'] })],
    ['reaches for another file', 'external', pdf({ objects: ['<</S/GoToR/F(\\\\\\\\x.test\\\\a)>>'] })],
    ['plays media', 'media', pdf({ page: '/Annots[<</Subtype/RichMedia>>]' })],
    ['hides an object in a stream', 'hidden-object', pdf({ objects: [stream('', Buffer.from('9 0 obj <</S/Java>> endobj'))] })],
    ['hides an object in a string', 'hidden-object', pdf({ objects: ['(9 0 obj null endobj)'] })],
    ['hides an object in a comment', 'hidden-object', pdf({ objects: ['null % 9 0 obj null endobj\n'] })],
    [
      'was replaced by a harmless later object',
      'script',
      Buffer.from(
        pdf({ objects: [script] })
          .toString('latin1')
          .replace('trailer', '4 0 obj\nnull\nendobj\ntrailer'),
        'latin1',
      ),
    ],
  ] as const)('%s', (_, why, bytes) => {
    expect(judgePdf(bytes)).toEqual({ verdict: 'hostile', why });
  });

  test.each([
    [
      'unpacks to 300 MB of objects',
      'bomb',
      () => pdf({ objects: [stream('/Type/ObjStm/N 1/First 5/Filter/FlateDecode', deflateSync(Buffer.alloc(300e6), { level: 9 }))] }),
    ],
    [
      'unpacks twice',
      'bomb',
      () => pdf({ objects: [stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(Buffer.alloc(300e6))))] }),
    ],
    [
      'declares a picture without end',
      'bomb',
      () => pdf({ objects: [stream('/Subtype/Image/Width 100000/Height 100000', Buffer.alloc(1))] }),
    ],
    ['nests arrays', 'nesting', () => pdf({ objects: ['['.repeat(2_000_000)] })],
    ['nests dictionaries', 'nesting', () => pdf({ objects: ['<</A'.repeat(1_000_000)] })],
    ['holds half a million objects', 'too-many-objects', () => pdf({ objects: Array.from({ length: 500_000 }, () => 'null') })],
    ['holds three million numbers', 'too-many-objects', () => pdf({ objects: [`[${'0 '.repeat(3_000_000)}]`] })],
    ['holds a million keys', 'too-many-objects', () => pdf({ objects: [`<<${'/A'.repeat(3_000_000)}>>`] })],
  ] as const)(
    '%s and costs the server nothing',
    async (_, why, make) => {
      expect(await inspect(make())).toEqual({ verdict: 'hostile', why });
    },
    60_000,
  );

  test('a flood of opening brackets is refused at once', async () => {
    expect(await inspect(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(20e6, '(')]))).toMatchObject({ verdict: 'damaged' });
    expect(await inspect(Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj\n'), Buffer.alloc(20e6, '(')]))).toMatchObject({
      verdict: 'damaged',
    });
  });
});

describe('the child', () => {
  test('is killed when it takes too long', async () => {
    const endless = script('for (;;);');
    expect(await inspectPdf(child, endless, 300)).toEqual({ verdict: 'hostile', why: 'time' });
  });

  test('is no verdict when it dies, says nothing or says too much', async () => {
    for (const code of [
      'process.exit(3)',
      'process.kill(process.pid)',
      '',
      'console.log(`{"verdict":"ok"}`)',
      'console.log("x".repeat(1e6))',
    ]) {
      expect(await inspectPdf(child, script(code))).toEqual({ verdict: 'hostile', why: 'gave-up' });
    }
  });

  (process.platform === 'linux' ? test : test.skip)('cannot take more memory than its share', async () => {
    const greedy = script(
      'const all = []; for (let at = 0; at < 100; at++) all.push(Buffer.alloc(50e6, 1)); console.log(`{"verdict":"encrypted"}`)',
    );
    expect(await inspectPdf(child, greedy, 20_000)).toEqual({ verdict: 'hostile', why: 'gave-up' });
  });

  test('sees nothing of the server’s environment', async () => {
    const nosy = script(
      'console.log(JSON.stringify({ verdict: "damaged", why: Object.keys(process.env).filter((key) => !["PWD", "SHLVL", "_", "OLDPWD"].includes(key)).join() }))',
    );
    expect(await inspectPdf(child, nosy)).toEqual({ verdict: 'damaged', why: '' });
  });

  test('a file or script that is not there is our own fault', async () => {
    await expect(inspectPdf(join(folder, 'none.pdf'), child)).rejects.toThrow('ENOENT');
    await expect(inspectPdf(child, join(folder, 'none.js'))).rejects.toThrow('ENOENT');
  });

  function script(code: string): string {
    const file = join(folder, `${Math.random()}.js`);
    writeFileSync(file, code);
    return file;
  }
});
