import { expectedImage, expectedLines, expectedText, glyphsOf, readFace, type Face, type Size } from './expected-appearance';
import { dictionary, isReference, openSource, type PdfObject } from './pdf-objects';
import { lastStart, readSections, Revision } from './pdf-revisions';
import { type PdfDictionary, type PdfValue } from './pdf-scanner';
import { imageFingerprint, imageSize } from './registered-image';
import { dictionaryOf, isSame, readLatin, readText } from './same-value';
import { sameSignature } from './expected-signature';
import { readTail, type Tail } from './update-tail';

/** What one signing act may have added to a file, and nothing else. */
export interface UpdateRules {
  /** Text fields that the act fills and closes, each with the rule its value must pass. */
  readonly fields: Readonly<Record<string, (value: string) => boolean>>;
  /** The signature field that it signs. */
  readonly signature: string;
  /** Fingerprints of the registered images that may be shown, or the very lines. */
  readonly shows: { readonly images: ReadonlySet<string> } | { readonly lines: readonly string[] };
}

export interface CheckedUpdate {
  readonly values: Readonly<Record<string, string>>;
  /** The signature dictionary's object number. */
  readonly signature: number;
}

/**
 * Compares a file with an earlier revision of itself and accepts exactly one
 * update: the named fields filled, the named field signed, each shown as its
 * value says, everything else untouched (NĐ 30/2020 Art. 15: number and date
 * are given after the leader has signed). The appearances are computed again
 * from the values, since general validators cannot see that the shown number
 * differs from the stored one.
 *
 * It understands only what the office's own writer writes; any other spelling
 * is refused.
 *
 * @throws Error naming the difference.
 */
export function checkUpdate(all: Buffer, before: Buffer, rules: UpdateRules): CheckedUpdate {
  if (all.length <= before.length || !all.subarray(0, before.length).equals(before)) fail('the earlier revision is not the beginning');
  const source = openSource(all, fail);
  const start = lastStart(before);
  const earlier = new Revision(source, readSections(source, start));
  const tail = readTail(source, before.length, earlier, start);
  const check = new UpdateCheck(earlier, tail);
  const values: Record<string, string> = {};
  for (const [field, isRight] of Object.entries(rules.fields)) values[field] = check.textField(field, isRight);
  const signature = check.signatureField(rules);
  check.nothingElse();
  return { values, signature };
}

interface ChangedField {
  readonly value: PdfValue | undefined;
  readonly size: Size;
  readonly appearance: PdfObject;
  readonly resources: PdfValue | undefined;
  readonly before: PdfDictionary;
}

class UpdateCheck {
  private readonly used = new Set<number>();
  private readonly earlier: Revision;
  private readonly tail: Tail;
  private readonly fonts: PdfValue;
  private readonly fields: ReadonlyMap<string, number>;

  constructor(earlier: Revision, tail: Tail) {
    this.earlier = earlier;
    this.tail = tail;
    const catalog = dictionary(earlier.resolve(earlier.trailer.get('/Root')), 'the catalog');
    const form = dictionary(earlier.resolve(catalog.get('/AcroForm')), 'the form');
    this.fonts = dictionary(form.get('/DR'), 'the resources').get('/Font') ?? null;
    this.fields = this.readFields(form);
    this.sameCatalog(catalog);
  }

  private readFields(form: PdfDictionary): Map<string, number> {
    const fields = form.get('/Fields');
    if (!Array.isArray(fields)) return fail('the form has no fields');
    const references = fields.map((field) => (isReference(field) ? field.object : fail('a field is no object of its own')));
    return new Map(references.map((number) => [readLatin(this.valueOf(number).get('/T')), number]));
  }

  private valueOf(number: number): PdfDictionary {
    return dictionary(this.earlier.object(number).value, 'a field');
  }

  /** The writer repeats the catalog in every update; it must be the same. */
  private sameCatalog(catalog: PdfDictionary): void {
    const root = this.earlier.trailer.get('/Root');
    if (!isReference(root)) return fail('the catalog is no object of its own');
    const again = this.tail.objects.get(root.object);
    if (!again) return;
    if (!isSame(again.value, catalog) || again.stream) fail('the catalog differs');
    this.used.add(root.object);
  }

  textField(field: string, isRight: (value: string) => boolean): string {
    const changed = this.changedField(field);
    const value = readText(changed.value);
    if (!isRight(value)) fail(`the value of ${field} breaks its rule`);
    const [, faceName, digits] = /^\/(\w+) ([\d.]+) Tf 0 g$/.exec(readLatin(changed.before.get('/DA'))) ?? fail(`${field} has no font`);
    const face = readFace(this.earlier, this.fonts, faceName!);
    const size = Number(digits);
    sameForm(changed, fontResources(face), expectedText(face.name, glyphsOf(face, value, size, changed.size), size, 4));
    return value;
  }

  signatureField({ signature: field, shows, fields }: UpdateRules): number {
    const changed = this.changedField(field);
    if ('images' in shows) this.sameImage(changed, shows.images);
    else {
      const face = readFace(this.earlier, this.fonts, 'Tinos');
      sameForm(changed, fontResources(face), expectedLines(face, shows.lines, changed.size));
    }
    const signature = this.take(changed.value);
    if (signature.stream) fail('the signature is no dictionary');
    sameSignature(dictionary(signature.value, 'the signature'), Object.keys(fields), this.earlier);
    return signature.number;
  }

  nothingElse(): void {
    for (const number of this.tail.objects.keys()) {
      if (!this.used.has(number)) fail(this.earlier.has(number) ? `object ${number} may not change` : `object ${number} has no purpose`);
    }
  }

  /** The field again, differing by its value, absent before, and by what it shows. */
  private changedField(field: string): ChangedField {
    const number = this.fields.get(field) ?? fail(`there is no field ${field}`);
    const before = this.valueOf(number);
    const changed = this.tail.objects.get(number) ?? fail(`the field ${field} did not change`);
    if (this.used.has(number) || changed.stream) fail(`the field ${field} stands twice`);
    this.used.add(number);
    const after = dictionary(changed.value, field);
    if (before.has('/V')) fail(`the field ${field} had a value`);
    if (!isSame(without(after, '/V', '/AP'), without(before, '/AP'))) fail(`the field ${field} differs`);
    const shown = dictionary(after.get('/AP'), 'the appearance');
    const appearance = this.take(shown.get('/N'));
    if (shown.size !== 1) fail(`the field ${field} has a second appearance`);
    const resources = dictionary(appearance.value, 'the appearance').get('/Resources');
    return { value: after.get('/V'), size: sizeOf(before), appearance, resources, before };
  }

  /** An object that this update made, and that nothing else uses. */
  private take(reference: PdfValue | undefined): PdfObject {
    const number = isReference(reference) ? reference.object : fail('a new object is missing');
    const object = this.tail.objects.get(number);
    if (!object || this.earlier.has(number) || this.used.has(number)) return fail(`object ${number} is not a new one of its own`);
    this.used.add(number);
    return object;
  }

  private sameImage(changed: ChangedField, registered: ReadonlySet<string>): void {
    const images = dictionary(dictionary(changed.resources, 'the resources').get('/XObject'), 'the images');
    const image = this.take(images.get('/Img'));
    const mask = this.take(dictionary(image.value, 'the image').get('/SMask'));
    const size = imageSize(image);
    sameForm(changed, dictionaryOf({ XObject: dictionaryOf({ Img: { object: image.number } }) }), expectedImage(size, changed.size));
    if (!registered.has(imageFingerprint(image, mask, size))) fail('the image is not registered');
  }
}

function sameForm({ appearance, size }: ChangedField, resources: PdfDictionary, content: string): void {
  const expected = dictionaryOf({
    Type: '/XObject',
    Subtype: '/Form',
    FormType: 1,
    BBox: [0, 0, size.width, size.height],
    Resources: resources,
    Length: content.length,
  });
  if (!isSame(appearance.value, expected)) fail('an appearance has other entries');
  if (appearance.stream?.toString('latin1') !== content) fail('what is shown is not the value');
}

function fontResources(face: Face): PdfDictionary {
  return dictionaryOf({ Font: dictionaryOf({ [face.name]: face.font }) });
}

function sizeOf(field: PdfDictionary): Size {
  const corners = field.get('/Rect');
  if (!Array.isArray(corners) || corners.length !== 4) return fail('a field has no place');
  const [left, bottom, right, top] = corners.map((corner) => (typeof corner === 'number' ? corner : fail('a field has no place')));
  return { width: right! - left!, height: top! - bottom! };
}

function without(entries: PdfDictionary, ...keys: string[]): PdfDictionary {
  return new Map([...entries].filter(([key]) => !keys.includes(key)));
}

function fail(difference: string): never {
  throw new Error(difference);
}
