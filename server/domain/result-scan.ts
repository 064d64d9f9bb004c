/** The scan of a result on paper, as an upload: one PDF, kept apart from the papers of the dossier (no paper has such a key). */
export const RESULT_SCAN = { key: '@result-scan', accepts: ['pdf'], megabytes: 50 } as const satisfies {
  key: string;
  accepts: readonly 'pdf'[];
  megabytes: number;
};
