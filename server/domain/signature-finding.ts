/** Everything that can be found wrong with a signed document, by name. The words are in `words/signature-findings.ts`. */
export const SIGNATURE_FINDINGS = [
  // the file
  'file-unreadable',
  'file-encrypted',
  'no-signature',
  'other-signatures',
  'not-the-recorded-file',
  'update-not-allowed',
  // one signature
  'range-wrong',
  'format-unknown',
  'cms-malformed',
  'algorithm-weak',
  'content-changed',
  'value-wrong',
  'pages-changed-later',
  'form-changed-later',
  'wrong-signer',
  // its certificate
  'chain-untrusted',
  'chain-broken',
  'not-in-force',
  'revoked',
  'revocation-unknown',
  'usage-wrong',
] as const;

export type SignatureFinding = (typeof SIGNATURE_FINDINGS)[number];
