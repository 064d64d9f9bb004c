/** A value of a PDF file (ISO 32000-1 section 7.3). A name keeps its slash: `/Type`. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | PdfValue[] | PdfDictionary;
export type PdfName = `/${string}`;
export type PdfDictionary = Map<string, PdfValue>;
export interface PdfReference {
  readonly object: number;
}
export interface PdfString {
  readonly hex: string;
  /** Where the token stands in the file, delimiters included. */
  readonly from: number;
  readonly to: number;
}

/**
 * Hears of spellings that are lawful but that the office's own writer never
 * uses: escapes, `#` in names, comments, other generations than 0. The strict
 * check of a sealed file throws here, since a second spelling is a hiding place.
 */
export type OnOddity = (what: string) => void;

const MOST_NESTED = 100;

/** Reads values from a file held as Latin-1 text, where an offset is a byte. It guesses nothing and repairs nothing. */
export class PdfScanner {
  at = 0;
  private depth = 0;
  readonly text: string;
  private readonly odd: OnOddity;

  constructor(text: string, odd: OnOddity) {
    this.text = text;
    this.odd = odd;
  }

  /** Matches a sticky pattern here and moves behind it. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  skipSpace(): void {
    while (this.match(/[\0\t\n\f\r ]+/y) ?? this.comment());
  }

  private comment(): RegExpExecArray | null {
    const found = this.match(/%[^\r\n]*/y);
    if (found) this.odd('a comment');
    return found;
  }

  value(): PdfValue {
    this.skipSpace();
    if (++this.depth > MOST_NESTED) throw new Error(`nested too deeply at ${this.at}`);
    const value = this.match(/<</y) ? this.dictionary() : this.match(/\[/y) ? this.array() : this.scalar();
    this.depth--;
    return value;
  }

  private dictionary(): PdfDictionary {
    const entries: PdfDictionary = new Map();
    for (;;) {
      this.skipSpace();
      if (this.match(/>>/y)) return entries;
      const key = this.name();
      if (key === null) throw new Error(`a key is missing at ${this.at}`);
      if (entries.has(key)) throw new Error(`the key ${key} stands twice at ${this.at}`);
      entries.set(key, this.value());
    }
  }

  private array(): PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.match(/\]/y)) return items;
      items.push(this.value());
    }
  }

  private scalar(): PdfValue {
    const value = this.name() ?? this.string() ?? this.reference() ?? this.number();
    if (value !== null) return value;
    const word = this.match(/(true|false|null)(?![^\0\t\n\f\r ()<>[\]{}/%])/y);
    if (!word) throw new Error(`no value at ${this.at}`);
    return word[1] === 'null' ? null : word[1] === 'true';
  }

  private name(): PdfName | null {
    const found = this.match(/\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y);
    if (!found) return null;
    const spelled = found[1]!;
    if (/^[A-Za-z0-9.,:_-]+$/.test(spelled)) return `/${spelled}`;
    this.odd('an unusual name');
    return `/${spelled.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))}`;
  }

  private reference(): PdfReference | null {
    const found = this.match(/(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y);
    if (!found) return null;
    if (found[2] !== '0') this.odd('a generation');
    return { object: Number(found[1]) };
  }

  private number(): number | null {
    const found = this.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?![^\0\t\n\f\r ()<>[\]{}/%])/y);
    if (!found) return null;
    if (!/^[+-]?\d+(\.\d+)?$/.test(found[0])) this.odd('an unusual number');
    return Number(found[0]);
  }

  private string(): PdfString | null {
    const from = this.at;
    const digits = this.match(/<([0-9A-Fa-f]*)>/y);
    if (digits && digits[1]!.length % 2 === 0) return { hex: digits[1]!.toLowerCase(), from, to: this.at };
    this.at = from;
    const plain = this.match(/\(([^()\\\r]*)\)/y);
    if (plain) return { hex: Buffer.from(plain[1]!, 'latin1').toString('hex'), from, to: this.at };
    if (this.text[from] !== '(' && this.text[from] !== '<') return null;
    this.odd('an unusual string');
    const hex = this.text[from] === '(' ? this.literal() : this.spacedDigits();
    return { hex, from, to: this.at };
  }

  private spacedDigits(): string {
    const found = this.match(/<([0-9A-Fa-f\0\t\n\f\r ]*)>/y);
    if (!found) throw new Error(`no string at ${this.at}`);
    const digits = found[1]!.replace(/[^0-9A-Fa-f]/g, '').toLowerCase();
    return digits.length % 2 === 0 ? digits : digits + '0';
  }

  /** ISO 32000-1 section 7.3.4.2: balanced brackets, backslash escapes. */
  private literal(): string {
    const parts: string[] = [];
    let open = 0;
    for (;;) {
      const found = this.match(/[^()\\\r]+|\r\n?|[()]|\\([0-7]{1,3}|\r\n|[^])/y);
      if (!found) throw new Error(`a string does not end at ${this.at}`);
      const [token, escaped] = found;
      if (token === '(') open++;
      else if (token === ')') open--;
      if (open === 0) return Buffer.from(parts.join('').slice(1), 'latin1').toString('hex');
      parts.push(escaped === undefined ? (token[0] === '\r' ? '\n' : token) : unescape(escaped));
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(escaped: string): string {
  if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) & 0xff);
  return /^[\r\n]/.test(escaped) ? '' : (ESCAPES[escaped] ?? escaped);
}
