/** A person or a body as a paper names it. */
export type Party = {
  name: string;
  paper?: { kind: string; number: string };
  address?: string;
  phone?: string;
  email?: string;
};

/** How papers of identity are called on letters. */
export const PAPER_NAMES: Readonly<Record<string, string>> = {
  'citizen-number': 'Số định danh cá nhân',
  'old-citizen-number': 'Số CMND',
  passport: 'Hộ chiếu',
  'foreign-paper': 'Giấy tờ nước ngoài',
  'tax-code': 'Mã số thuế',
  // as the e-forms ask for them
  'citizen-card': 'Số định danh cá nhân',
  'old-identity-card': 'Số CMND',
  other: 'Giấy tờ',
};

type Known = {
  name: string;
  paper: { kind: string; number: string } | null;
  address: string | null;
  phone: string | null;
  email: string | null;
};

/** Leaves out what is not known: an empty line on a letter says nothing. */
export function partyOf({ name, paper, address, phone, email }: Known): Party {
  return {
    name,
    ...(paper ? { paper: { kind: PAPER_NAMES[paper.kind] ?? PAPER_NAMES['other']!, number: paper.number } } : {}),
    ...(address ? { address } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
  };
}
