import { isReference, isString } from './pdf-objects';
import { type PdfDictionary, type PdfValue } from './pdf-scanner';

/** Equal as values: order of keys and place in the file do not matter, references must lead to the same object number. */
export function isSame(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one instanceof Map || other instanceof Map) {
    return (
      one instanceof Map &&
      other instanceof Map &&
      one.size === other.size &&
      [...one].every(([key, value]) => isSame(value, other.get(key)))
    );
  }
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, index) => isSame(item, other[index]))
    );
  }
  if (isReference(one)) return isReference(other) && one.object === other.object;
  if (isString(one)) return isString(other) && one.hex === other.hex;
  return one !== undefined && one === other;
}

/** A dictionary written down by its keys without slash. */
export function dictionaryOf(entries: Readonly<Record<string, PdfValue>>): PdfDictionary {
  return new Map(Object.entries(entries).map(([key, value]) => [`/${key}`, value]));
}

/** A text string in UTF-16BE with its mark, as the office writes Vietnamese. */
export function readText(value: PdfValue | undefined): string {
  if (!isString(value) || !value.hex.startsWith('feff') || value.hex.length % 4 !== 0) throw new Error('a text is not in UTF-16BE');
  return Buffer.from(value.hex.slice(4), 'hex').swap16().toString('utf16le');
}

/** A byte string: names of fields, dates. */
export function readLatin(value: PdfValue | undefined): string {
  if (!isString(value)) throw new Error('a string is missing');
  return Buffer.from(value.hex, 'hex').toString('latin1');
}

/** A text string in either encoding, for showing. */
export function readAnyText(value: PdfValue | undefined): string {
  if (!isString(value)) return '';
  return value.hex.startsWith('feff') && value.hex.length % 4 === 0 ? readText(value) : readLatin(value);
}
