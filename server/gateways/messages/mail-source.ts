import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type NotAccepted, refused } from '../outcome';
import { type EmailMessage } from './message';

const Address = z.email();

/**
 * The message as nodemailer takes it. One recipient, never a list: an address
 * that a person typed must not name a second reader. The Message-ID comes from
 * the key, so that a repeat is recognised as the same letter.
 */
export function mailSourceOf(message: EmailMessage, from: string) {
  return {
    from,
    to: { name: '', address: message.to },
    subject: message.subject.replace(/[\r\n]+/g, ' '),
    text: message.text,
    date: message.sentAt,
    messageId: `<${createHash('sha256').update(message.key).digest('hex').slice(0, 32)}@${domainOf(from)}>`,
    attachments: message.attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export function refuseAddress(to: string): NotAccepted | undefined {
  return Address.safeParse(to).success ? undefined : refused('not an e-mail address');
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
}
