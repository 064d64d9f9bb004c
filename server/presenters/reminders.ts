import { type RemindersAnswer } from '../contract/reminders';
import { REMINDERS, type ReminderKind } from '../domain/words/reminders';
import { type OpenReminder } from '../store/notices';

/** Shapes reminders: of which dossier, about what. */
export function presentReminders(reminders: readonly OpenReminder[]): RemindersAnswer {
  return {
    items: reminders.map(({ id, dossierId, code, kind, at }) => {
      const { vi, en } = REMINDERS[kind as ReminderKind];
      return { id, dossierId, code, kind: kind as ReminderKind, about: { vi, en }, at: at.toISOString() };
    }),
  };
}
