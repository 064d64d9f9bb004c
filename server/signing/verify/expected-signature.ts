import { isString } from './pdf-objects';
import { type Revision } from './pdf-revisions';
import { type PdfDictionary, type PdfValue } from './pdf-scanner';
import { dictionaryOf, isSame, readLatin, readText } from './same-value';

/**
 * Compares a signature dictionary key for key with what the office writes: the
 * byte range is the whole file but for exactly the signature's own token, and
 * the fields it fills are closed by it.
 *
 * @throws Error naming the difference.
 */
export function sameSignature(signature: PdfDictionary, closes: readonly string[], earlier: Revision): void {
  const contents = signature.get('/Contents');
  if (!isString(contents)) throw new Error('the signature is missing');
  const entry = (key: string): PdfValue => signature.get(key) ?? null;
  const isTold = /^D:\d{14}\+07'00'$/.test(readLatin(entry('/M'))) && readText(entry('/Name')) && readText(entry('/Reason'));
  if (!isTold) throw new Error('the signature does not say who, when and why');
  const expected = dictionaryOf({
    Type: '/Sig',
    Filter: '/Adobe.PPKLite',
    SubFilter: '/ETSI.CAdES.detached',
    ByteRange: [0, contents.from, contents.to, earlier.source.bytes.length - contents.to],
    Contents: contents,
    M: entry('/M'),
    Name: entry('/Name'),
    Reason: entry('/Reason'),
    ...(closes.length > 0 ? { Reference: [closing(closes, earlier)] } : {}),
  });
  if (!isSame(signature, expected)) throw new Error('the signature dictionary differs');
}

/** FieldMDP: any later change of these fields breaks the signature (ISO 32000-1 section 12.8.2.4). */
function closing(fields: readonly string[], earlier: Revision): PdfDictionary {
  const names = fields.map((field) => ({ hex: Buffer.from(field, 'latin1').toString('hex'), from: 0, to: 0 }));
  const parameters = dictionaryOf({ Type: '/TransformParams', V: '/1.2', Action: '/Include', Fields: names });
  const catalog = earlier.trailer.get('/Root') ?? null;
  return dictionaryOf({ Type: '/SigRef', TransformMethod: '/FieldMDP', Data: catalog, TransformParams: parameters });
}
