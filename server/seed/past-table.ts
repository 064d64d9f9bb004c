/** What happened to a dossier that the demonstration begins with; each is one act of one person. */
export type PastAct =
  | 'submit'
  | 'ask-completion'
  | 'accept'
  | 'put-refusal-forward'
  | 'sign-refusal'
  | 'take-over'
  | 'pay'
  | 'find-qualified'
  | 'find-wanting'
  | 'propose-supplement'
  | 'approve-supplement'
  | 'issue-supplement'
  | 'draft-result'
  | 'ask-withdrawal'
  | 'consent-to-withdrawal';

/** So many working days before the first start, at that time of day in Viet Nam ("09:30"). */
export type PastMoment = readonly [workingDaysAgo: number, time: string, act: PastAct];

export type PastDossier = { owner: string; copies: number; event: 'birth' | 'marriage'; acts: readonly PastMoment[] };

/**
 * The dossiers that lie in the ward's office when a demonstration begins: one at
 * each desk, some of them late, some at their end. All are copies of extracts
 * (2.000635), which the same-day diagram drives.
 */
export const PAST_DOSSIERS: readonly PastDossier[] = [
  { owner: 'cong-dan-02', copies: 1, event: 'birth', acts: [[0, '07:35', 'submit']] },
  { owner: 'cong-dan-03', copies: 3, event: 'birth', acts: [[3, '15:20', 'submit']] },
  {
    owner: 'cong-dan-04',
    copies: 1,
    event: 'marriage',
    acts: [
      [4, '08:10', 'submit'],
      [4, '10:05', 'ask-completion'],
    ],
  },
  {
    owner: 'cong-dan-02',
    copies: 2,
    event: 'marriage',
    acts: [
      [9, '09:15', 'submit'],
      [9, '14:10', 'put-refusal-forward'],
      [9, '15:40', 'sign-refusal'],
    ],
  },
  {
    owner: 'cong-dan-03',
    copies: 1,
    event: 'marriage',
    acts: [
      [1, '15:45', 'submit'],
      [0, '07:40', 'accept'],
    ],
  },
  {
    owner: 'cong-dan-01',
    copies: 1,
    event: 'birth',
    acts: [
      [1, '16:20', 'submit'],
      [0, '07:45', 'accept'],
      [0, '07:50', 'take-over'],
    ],
  },
  {
    owner: 'cong-dan-04',
    copies: 4,
    event: 'birth',
    acts: [
      [6, '08:30', 'submit'],
      [6, '09:00', 'accept'],
      [6, '09:05', 'pay'],
      [6, '09:40', 'take-over'],
      [6, '10:30', 'find-qualified'],
    ],
  },
  {
    owner: 'cong-dan-02',
    copies: 1,
    event: 'birth',
    acts: [
      [7, '13:40', 'submit'],
      [7, '14:00', 'accept'],
      [7, '14:05', 'pay'],
      [7, '14:20', 'take-over'],
      [7, '15:10', 'find-wanting'],
      [7, '15:30', 'propose-supplement'],
      [7, '16:00', 'approve-supplement'],
      [7, '16:20', 'issue-supplement'],
    ],
  },
  {
    owner: 'cong-dan-03',
    copies: 1,
    event: 'birth',
    acts: [
      [12, '08:05', 'submit'],
      [12, '08:40', 'accept'],
      [12, '09:10', 'take-over'],
      [12, '09:30', 'ask-withdrawal'],
      [12, '10:15', 'consent-to-withdrawal'],
    ],
  },
  {
    owner: 'cong-dan-04',
    copies: 2,
    event: 'birth',
    acts: [
      [1, '08:00', 'submit'],
      [1, '08:30', 'accept'],
      [1, '08:35', 'pay'],
      [1, '09:00', 'take-over'],
      [1, '10:00', 'find-qualified'],
      [1, '10:40', 'draft-result'],
    ],
  },
  {
    owner: 'cong-dan-01',
    copies: 1,
    event: 'marriage',
    acts: [
      [2, '08:00', 'submit'],
      [2, '08:20', 'accept'],
      [2, '08:25', 'pay'],
      [2, '08:50', 'take-over'],
      [2, '09:20', 'find-qualified'],
      [2, '10:00', 'draft-result'],
    ],
  },
];
