import { Damaged, Hostile } from './verdict';

/** PDF values as far as the judge needs them: names keep their slash, the content of strings is dropped. */
export type Value = null | boolean | number | string | Ref | Text | Value[] | Dict;
export type Dict = Map<string, Value>;
export interface Ref {
  ref: number;
}
export interface Text {
  text: true;
}

const TEXT: Text = { text: true };
const DEEPEST = 100;
const MOST_VALUES = 2_000_000;

const [LF, CR, HASH, PERCENT, OPEN, CLOSE, SLASH, ZERO, LESS, GREATER, LETTER_R, BRACKET, BACKSLASH, BRACKET_END] = [
  0x0a, 0x0d, 0x23, 0x25, 0x28, 0x29, 0x2f, 0x30, 0x3c, 0x3e, 0x52, 0x5b, 0x5c, 0x5d,
];
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((one) => one.charCodeAt(0)));

/** Reads PDF values from bytes, each byte once, never deeper or longer than an honest file. */
export class Reader {
  readonly bytes: Buffer;
  at: number;
  private values = 0;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  skipWhite(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at]!;
      if (byte === PERCENT) while (this.at + 1 < this.bytes.length && !isLineEnd(this.bytes[this.at + 1]!)) this.at += 1;
      else if (!WHITE.has(byte)) return;
    }
  }

  /** Reads a run of regular characters; empty at a delimiter. */
  word(): string {
    this.skipWhite();
    const from = this.at;
    while (!this.isBetweenWords()) this.at += 1;
    return this.bytes.toString('latin1', from, Math.min(this.at, from + 200));
  }

  /** Reads a word if it is this one; otherwise stays. */
  takes(word: string): boolean {
    const before = this.at;
    if (this.word() === word) return true;
    this.at = before;
    return false;
  }

  /** Reads a whole number of at most ten digits; otherwise stays. */
  integer(): number | undefined {
    const before = this.at;
    this.skipWhite();
    const from = this.at;
    let number = 0;
    for (; isDigit(this.bytes[this.at]); this.at += 1) number = number * 10 + this.bytes[this.at]! - ZERO;
    if (this.at > from && this.at <= from + 10 && this.isBetweenWords()) return number;
    this.at = before;
    return undefined;
  }

  value(depth = 0): Value {
    if (depth > DEEPEST) throw new Hostile('nesting');
    this.count();
    this.skipWhite();
    switch (this.bytes[this.at] ?? 0) {
      case SLASH:
        return this.name();
      case OPEN:
        return this.literal();
      case LESS:
        return this.bytes[this.at + 1] === LESS ? this.dict(depth) : this.hex();
      case BRACKET:
        return this.array(depth);
      default:
        return this.plain();
    }
  }

  private name(): string {
    this.count();
    this.at += 1;
    const from = this.at;
    while (!this.isBetweenWords()) this.at += 1;
    const name = this.bytes.toString('latin1', from, this.at);
    const decoded = this.bytes.subarray(from, this.at).includes(HASH)
      ? name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      : name;
    return `/${decoded}`;
  }

  private literal(): Text {
    let open = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at]!;
      if (byte === BACKSLASH) this.at += 1;
      else if (byte === OPEN) open += 1;
      else if (byte === CLOSE && (open -= 1) === 0) {
        this.at += 1;
        return TEXT;
      }
    }
    throw new Damaged('a string never ends');
  }

  private hex(): Text {
    const end = this.bytes.indexOf(GREATER, this.at);
    if (end < 0) throw new Damaged('a string never ends');
    this.at = end + 1;
    return TEXT;
  }

  private array(depth: number): Value[] {
    this.at += 1;
    const items: Value[] = [];
    for (;;) {
      this.skipWhite();
      if (this.isAtEnd) throw new Damaged('an array never ends');
      if (this.bytes[this.at] === BRACKET_END) {
        this.at += 1;
        return items;
      }
      items.push(this.value(depth + 1));
    }
  }

  private dict(depth: number): Dict {
    this.at += 2;
    const dict: Dict = new Map();
    for (;;) {
      this.skipWhite();
      if (this.isAtEnd) throw new Damaged('a dictionary never ends');
      if (this.bytes[this.at] === GREATER && this.bytes[this.at + 1] === GREATER) {
        this.at += 2;
        return dict;
      }
      if (this.bytes[this.at] !== SLASH) throw new Damaged('a dictionary has no key');
      const key = this.name();
      const value = this.value(depth + 1);
      // A key written twice may hide what one viewer reads and another does not: both are judged.
      dict.set(dict.has(key) ? `${key} ${dict.size}` : key, value);
    }
  }

  private plain(): Value {
    const number = this.integer();
    if (number !== undefined) return this.takesReference() ? { ref: number } : number;
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]*\d*\.?\d*(-\d*)?$/.test(word) || !/\d|\./.test(word)) throw new Damaged(`“${word.slice(0, 20)}” is no value`);
    return Number.parseFloat(word) || 0;
  }

  /** Behind an object number: its generation and `R`. */
  private takesReference(): boolean {
    const before = this.at;
    if (this.integer() !== undefined) {
      this.skipWhite();
      if (this.bytes[this.at] === LETTER_R) {
        this.at += 1;
        if (this.isBetweenWords()) return true;
      }
    }
    this.at = before;
    return false;
  }

  private count(): void {
    this.values += 1;
    if (this.values > MOST_VALUES) throw new Hostile('too-many-objects');
  }

  private isBetweenWords(): boolean {
    return this.isAtEnd || WHITE.has(this.bytes[this.at]!) || DELIMITERS.has(this.bytes[this.at]!);
  }
}

export function isDict(value: Value | undefined): value is Dict {
  return value instanceof Map;
}

export function isRef(value: Value | undefined): value is Ref {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

function isLineEnd(byte: number): boolean {
  return byte === CR || byte === LF;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}
