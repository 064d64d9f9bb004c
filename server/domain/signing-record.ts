/** Names of the fields as they stand in every document that is signed here. */
export const NUMBER_FIELD = 'so';
export const DATE_FIELD = 'ngay';
export const LEADER_FIELD = 'KyLanhDao';
export const AGENCY_FIELD = 'KyCoQuan';
/** The field of a letter that the centre seals with its own server certificate. */
export const CENTRE_FIELD = 'KyTrungTam';

/** A file as a row names it: SHA-256 in hex, length in bytes. */
export type RecordedFile = { readonly sha256: string; readonly length: number };

/** What a signature lets be seen: a registered image by the fingerprint of its pixels, or these very lines. */
export type ShownSignature = { readonly image: string } | { readonly lines: readonly string[] };

/** One signing act on record. */
export type RecordedSignature = {
  readonly field: string;
  /** The file as it was before this act. */
  readonly before: RecordedFile;
  /** DER of the certificate that had to sign. */
  readonly certificate: Uint8Array;
  readonly shown: ShownSignature;
  /** Text fields that the act filled and closed, with what it wrote. */
  readonly fills: Readonly<Record<string, string>>;
  readonly at: Date;
  /** Since when the certificate counts no more; null: it was never revoked. */
  readonly revokedAt: Date | null;
};

/** All that is on record about a signed document: the file must be exactly this, or it does not leave the office. */
export type SigningRecord = {
  readonly document: RecordedFile;
  /** In the order in which they were made. */
  readonly signatures: readonly RecordedSignature[];
  /** DER of the roots that are trusted. */
  readonly anchors: readonly Uint8Array[];
};
