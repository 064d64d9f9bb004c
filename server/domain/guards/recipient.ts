import { refuseUnless } from '../refusal';

/** As what somebody takes a result. An heir's and an authorised person's standing is proved by a paper. */
export const RECIPIENT_RELATIONS = ['owner', 'submitter', 'parent', 'legal-representative', 'authorised', 'heir'] as const;

export type RecipientRelation = (typeof RECIPIENT_RELATIONS)[number];

/** Who stands at the counter, and what was seen of it. */
export interface Recipient {
  readonly relation: RecipientRelation;
  /** number of the identity paper that was shown */
  readonly number: string;
  /** the paper that proves the authority: authorisation, letter of introduction, proof of inheritance; empty: none */
  readonly authorisation: string;
  readonly isReceiptLost: boolean;
}

/** What the office knows of those who may take it. */
export interface KnownPeople {
  /** null: the owner has no number (a newborn, an organisation) */
  readonly ownerNumber: string | null;
  /** numbers of the submitter's papers; empty: none on record */
  readonly submitterNumbers: readonly string[];
}

/**
 * A result goes to its owner, or to whoever proves the right to take it: the
 * receipt alone is no authority (E02). Without the receipt only the owner is
 * served on the paper alone (E03); an owner's heir has to prove the inheritance
 * (E04). A paper that shows another number is not this person's.
 */
export function checkRecipient({ relation, number, authorisation, isReceiptLost }: Recipient, known: KnownPeople): void {
  if (relation === 'owner') {
    refuseUnless(known.ownerNumber === null || known.ownerNumber === number, 'recipient-unproved');
    return;
  }
  if (relation === 'submitter') {
    refuseUnless(known.submitterNumbers.length === 0 || known.submitterNumbers.includes(number), 'recipient-unproved');
    refuseUnless(!isReceiptLost || authorisation, 'recipient-unproved');
    return;
  }
  // the parents of an owner without a number are known by the dossier itself
  if (relation === 'parent' && known.ownerNumber === null && !isReceiptLost) return;
  refuseUnless(authorisation, 'recipient-unproved');
}
