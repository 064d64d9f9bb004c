import { remindedOf } from '../../server/casework/reminded';
import { REMINDER_KINDS } from '../../server/domain/words/reminders';

test('what has waited too long comes before whoever answers for it', () => {
  const told = REMINDER_KINDS.map((kind) => [kind, remindedOf(kind, { centreId: 1, agencyId: 2 })]);
  expect(Object.fromEntries(told)).toEqual({
    'warn-unanswered': [{ agencyId: 1, duty: 'centre-head' }],
    'warn-hand-over': [
      { agencyId: 1, duty: 'centre-head' },
      { agencyId: 2, duty: 'division-head' },
    ],
    'warn-supplement-limit': [{ agencyId: 2, duty: 'division-head' }],
  });
});
