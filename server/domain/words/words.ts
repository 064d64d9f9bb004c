export type Language = 'vi' | 'en';

/** A sentence or a name in both languages of the house; Vietnamese comes first everywhere. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}
