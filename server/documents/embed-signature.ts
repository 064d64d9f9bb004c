import { type PreparedSignature } from './prepare-signature';

/** Puts the CMS into the gap that was left for it. Nothing else of the file changes; a copy is returned. */
export function embedSignature({ bytes, contents }: PreparedSignature, cms: Uint8Array): Buffer {
  const room = (contents.to - contents.from - 2) / 2;
  if (cms.length > room) throw new Error(`the signature has ${cms.length} bytes, room was left for ${room}`);
  const signed = Buffer.from(bytes);
  signed.write(Buffer.from(cms).toString('hex'), contents.from + 1, 'latin1');
  return signed;
}
