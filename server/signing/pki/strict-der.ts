/**
 * Refuses bytes that are BER but not DER (X.690 sections 10 and 11), or not
 * exactly one value: a lenient reading lets two programs see two different
 * signatures in the same bytes.
 *
 * @throws Error naming the rule and the offset.
 */
export function checkStrictDer(bytes: Uint8Array): void {
  const end = checkValue(bytes, 0, bytes.length, 0);
  if (end !== bytes.length) fail('bytes behind the value', end);
}

const MOST_NESTED = 60;

function checkValue(bytes: Uint8Array, from: number, limit: number, depth: number): number {
  if (depth > MOST_NESTED) fail('nested too deeply', from);
  const { tag, content, end } = readHeader(bytes, from, limit);
  const isConstructed = (tag & 0x20) !== 0;
  const isUniversal = (tag & 0xc0) === 0;
  if (isUniversal && isConstructed !== [0x10, 0x11].includes(tag & 0x1f)) fail('constructed or primitive', from);
  if (isConstructed) checkMembers(bytes, content, end, depth, tag === 0x31);
  else if (isUniversal) checkPrimitive(tag, bytes.subarray(content, end), from);
  return end;
}

function readHeader(bytes: Uint8Array, from: number, limit: number): { tag: number; content: number; end: number } {
  const tag = bytes[from];
  const first = bytes[from + 1];
  if (tag === undefined || first === undefined || from + 2 > limit) return fail('cut short', from);
  if ((tag & 0x1f) === 0x1f) return fail('long tag', from);
  if (first < 0x80) return within(tag, from + 2, first, limit);
  const count = first & 0x7f;
  if (count === 0 || count > 4) return fail('length form', from);
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[from + 2 + index] ?? fail('cut short', from));
  if (length < 0x80 || bytes[from + 2] === 0) return fail('length not minimal', from);
  return within(tag, from + 2 + count, length, limit);
}

function within(tag: number, content: number, length: number, limit: number) {
  if (content + length > limit) return fail('longer than its frame', content);
  return { tag, content, end: content + length };
}

function checkMembers(bytes: Uint8Array, from: number, end: number, depth: number, isSet: boolean): void {
  let before: Uint8Array | undefined;
  for (let at = from; at < end;) {
    const next = checkValue(bytes, at, end, depth + 1);
    const member = bytes.subarray(at, next);
    if (isSet && before && Buffer.compare(before, member) > 0) fail('set not in order', at);
    [before, at] = [member, next];
  }
}

function checkPrimitive(tag: number, content: Uint8Array, from: number): void {
  const [first = -1, second = -1] = content;
  if (tag === 0x01 && !(content.length === 1 && (first === 0 || first === 0xff))) fail('boolean', from);
  if (tag === 0x02 || tag === 0x0a) {
    if (content.length === 0) fail('integer without digits', from);
    if (content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) fail('integer not minimal', from);
  }
  if (tag === 0x03) checkBits(content, from);
  if (tag === 0x05 && content.length > 0) fail('null with content', from);
  if (tag === 0x06 && (content.length === 0 || (content.at(-1)! & 0x80) !== 0)) fail('object identifier', from);
  if (tag === 0x17 && !/^\d{12}Z$/.test(Buffer.from(content).toString('latin1'))) fail('UTCTime', from);
  if (tag === 0x18 && !/^\d{14}(\.\d*[1-9])?Z$/.test(Buffer.from(content).toString('latin1'))) fail('GeneralizedTime', from);
}

function checkBits(content: Uint8Array, from: number): void {
  const unused = content[0] ?? 8;
  if (unused > 7 || (unused > 0 && content.length < 2)) fail('bit string', from);
  if (unused > 0 && (content.at(-1)! & ((1 << unused) - 1)) !== 0) fail('bit string padding', from);
}

function fail(rule: string, at: number): never {
  throw new Error(`not DER at ${at}: ${rule}`);
}

/** How many bytes the value that begins here has, header included. The rest of a signature's room is padding. */
export function derLength(bytes: Uint8Array): number {
  return readHeader(bytes, 0, bytes.length).end;
}
