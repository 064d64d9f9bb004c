import { type Context } from '../casework/context';
import { remindedOf } from '../casework/reminded';
import { remindStaff } from '../commands/notices/remind-staff';
import { localDateOf } from '../domain/local-time';
import { REMINDERS, type ReminderKind } from '../domain/words/reminders';
import { type EmailGateway } from '../gateways/messages/message';
import { readDossier } from '../store/dossiers';
import { mailsOfDuty } from '../store/notices';
import { GatewayFault } from './gateway-fault';
import { type Topic } from './outbox-runner';

/**
 * Reminds those who answer for work that has waited too long: in the house always,
 * by e-mail too where an address is known. An address that is refused stops
 * nothing; the reminder in the house is what counts.
 */
export function remindTopic(kind: ReminderKind, { mail }: { mail: EmailGateway }): Topic {
  return async (delivery) => {
    const { entry } = delivery;
    const { dossierId, executionId } = entry;
    if (dossierId === null || executionId === null) throw new Error(`${kind} outside a diagram`);
    const { subject, people } = await delivery.perform((context) => prepare(context, dossierId, kind));
    for (const { staffId, email } of people) {
      const message = { key: `${entry.id} ${staffId}`, to: email, subject, text: subject, sentAt: entry.createdAt, attachments: [] };
      const outcome = await mail.sendEmail(message);
      if (outcome.outcome === 'unknown') throw new GatewayFault('mail', outcome);
    }
    await delivery.finish((context) => remindStaff(context, { dossierId, executionId, kind }));
  };
}

async function prepare({ tx, now }: Context, dossierId: string, kind: ReminderKind) {
  const dossier = await readDossier(tx, dossierId);
  const people: { staffId: string; email: string }[] = [];
  for (const reminded of remindedOf(kind, dossier)) people.push(...(await mailsOfDuty(tx, { ...reminded, onDate: localDateOf(now) })));
  return { subject: `${REMINDERS[kind].vi} ${dossier.code ?? ''}`.trim(), people };
}
