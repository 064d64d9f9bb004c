import { type Context } from '../../casework/context';
import { noteTold } from '../../commands/notices/note-told';
import { NOTICE_KINDS, noticeText, type NoticeFacts, type NoticeKind, type NoticeText } from '../../domain/words/notices';
import { type EmailGateway, type SmsGateway } from '../../gateways/messages/message';
import { type Outcome, refused } from '../../gateways/outcome';
import { readAgency } from '../../store/agencies';
import { readDossier } from '../../store/dossiers';
import { type OutboxEntryRow } from '../../store/models/outbox-entry';
import { findContact, type Contact } from '../../store/notices';
import { readPinnedVersion } from '../../store/pinned-versions';
import { GatewayFault } from '../gateway-fault';
import { type Delivery, type Topic } from '../outbox-runner';

type Way = 'email' | 'sms';
/** `sms` is absent where no provider is contracted: then there is no such way. */
type Letterbox = { mail: EmailGateway; sms: SmsGateway | undefined };

/**
 * Tells an applicant what happened to a dossier: by e-mail, else by SMS, else by a
 * clerk's call (R40). Whoever prefers to be called is called.
 */
export function noticeTopic(letterbox: Letterbox): Topic {
  return async (delivery) => {
    const { entry } = delivery;
    const { dossierId } = entry;
    if (dossierId === null) throw new Error('a notice without a dossier');
    const kind = kindOf(entry);
    const { contact, text } = await delivery.perform((context) => prepare(context, entry, dossierId, kind));
    const way = await send(letterbox, delivery, contact, text);
    await delivery.finish((context) => noteTold(context, { dossierId, kind, way, text: text.text }));
  };
}

async function prepare(context: Context, { payload }: OutboxEntryRow, dossierId: string, kind: NoticeKind) {
  const dossier = await readDossier(context.tx, dossierId);
  const contact = await findContact(context.tx, dossierId);
  const facts: NoticeFacts = {
    code: textOf(payload['code']),
    procedure: (await readPinnedVersion(context.tx, dossier.procedureVersionId)).name,
    centre: (await readAgency(context.tx, dossier.centreId)).name,
    dueAt: typeof payload['dueAt'] === 'string' ? new Date(payload['dueAt']) : null,
    amountDong: typeof payload['amountDong'] === 'number' ? payload['amountDong'] : null,
    parcel: textOf(payload['parcel']),
  };
  return { contact, text: noticeText(kind, facts, contact.language) };
}

/** The first way that takes it. A way that gives no answer may have taken it: the entry comes back with the same key. */
async function send(letterbox: Letterbox, { entry }: Delivery, contact: Contact, text: NoticeText): Promise<Way | 'call'> {
  for (const way of waysTo(contact)) {
    const outcome = await sendBy(letterbox, way, contact, entry, text);
    if (outcome.outcome === 'accepted') return way;
    if (outcome.outcome === 'unknown') throw new GatewayFault(way === 'email' ? 'mail' : 'sms', outcome);
  }
  return 'call';
}

function waysTo({ email, phone, preferred }: Contact): Way[] {
  if (preferred === 'call') return [];
  const ways: Way[] = preferred === 'sms' ? ['sms', 'email'] : ['email', 'sms'];
  return ways.filter((way) => (way === 'email' ? email : phone) !== null);
}

async function sendBy(
  { mail, sms }: Letterbox,
  way: Way,
  { email, phone }: Contact,
  { id, createdAt }: OutboxEntryRow,
  { subject, text }: NoticeText,
): Promise<Outcome> {
  const message = { key: id, text, sentAt: createdAt };
  if (way === 'email') return mail.sendEmail({ ...message, to: email ?? '', subject, attachments: [] });
  return sms ? sms.sendSms({ ...message, to: phone ?? '' }) : refused('no SMS provider');
}

function kindOf({ payload }: OutboxEntryRow): NoticeKind {
  const kind = NOTICE_KINDS.find((one) => one === payload['kind']);
  if (!kind) throw new Error('a notice of an unknown kind');
  return kind;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
