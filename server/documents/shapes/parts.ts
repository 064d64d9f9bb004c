import { z } from 'zod';

/**
 * What the facts of documents are made of. All is plain JSON, so that it can be stored beside the document and drawn
 * again: legal dates `2026-11-26`, instants in UTC `…Z`, money in whole dong.
 */
export const words = z.string().trim().min(1).max(4000);
export const on = z.iso.date();
export const at = z.iso.datetime();
export const count = z.int().min(0);

/** Who writes. `parent` and `agency` are the two lines at the top left; `office` is the name inside a sentence. */
export const issuer = z.strictObject({
  parent: words,
  agency: words,
  office: words,
  place: words,
  site: words.optional(),
  hotline: words.optional(),
});
export const paper = z.strictObject({ kind: words, number: words });
export const person = z.strictObject({
  name: words,
  paper: paper.optional(),
  address: words.optional(),
  phone: words.optional(),
  email: words.optional(),
});
export const procedure = z.strictObject({ code: words, name: words });
export const component = z.strictObject({ name: words, originals: count, certified: count, copies: count });
/** `authority` is the line above the position, e.g. “KT. GIÁM ĐỐC” (TM., Q., KT., TL., TUQ.). */
export const signer = z.strictObject({ authority: words.optional(), position: words, name: words });
export const book = z.strictObject({ volume: words, number: words });
