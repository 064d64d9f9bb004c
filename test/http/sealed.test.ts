import { houseKeysFrom, makeTokenKeyPem } from '../../server/http/keys';
import { openNote, seal, sealNote, unseal } from '../../server/http/sealed';

const keysOf = (fill: number) => houseKeysFrom({ tokenKeyPem: makeTokenKeyPem(), houseSecret: Buffer.alloc(32, fill) });
const { sealing } = keysOf(1);
const NOW = new Date('2026-11-25T02:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

test('what is sealed opens where it was bound, and reads nowhere else', () => {
  const sealed = seal(sealing, 'JBSWY3DPEHPK3PXP', 'totp a');
  expect(sealed.includes('JBSWY')).toBe(false);
  expect(unseal(sealing, sealed, 'totp a')).toBe('JBSWY3DPEHPK3PXP');
  expect(unseal(sealing, sealed, 'totp b')).toBeUndefined();
  expect(unseal(keysOf(2).sealing, sealed, 'totp a')).toBeUndefined();
});

test('a changed, cut or empty seal does not open', () => {
  const sealed = seal(sealing, 'secret', 'place');
  for (const place of [0, 13, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[place] = changed[place]! ^ 1;
    expect(unseal(sealing, changed, 'place')).toBeUndefined();
  }
  for (const length of [0, 11, 27]) expect(unseal(sealing, sealed.subarray(0, length), 'place')).toBeUndefined();
});

test('the same text is never sealed the same way twice', () => {
  expect(seal(sealing, 'a', 'b')).not.toEqual(seal(sealing, 'a', 'b'));
});

test('a note lapses', () => {
  const note = sealNote(sealing, { a: 1 }, { boundTo: 'x', untilAt: later(1000) });
  expect(openNote(sealing, note, { boundTo: 'x', now: later(999) })).toEqual({ a: 1 });
  expect(openNote(sealing, note, { boundTo: 'x', now: later(1000) })).toBeUndefined();
  expect(openNote(sealing, note, { boundTo: 'y', now: NOW })).toBeUndefined();
  expect(openNote(sealing, 'not a note', { boundTo: 'x', now: NOW })).toBeUndefined();
});
