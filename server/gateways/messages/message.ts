import { type Outcome } from '../outcome';

export type Attachment = { name: string; type: string; content: Uint8Array };

/** `key` is the outbox entry's: the same key is the same message, however often it is sent. `sentAt` is the office's time, not the wire's. */
export type EmailMessage = { key: string; to: string; subject: string; text: string; sentAt: Date; attachments: readonly Attachment[] };

/** `to` is a telephone number of digits, with or without a leading plus. */
export type SmsMessage = { key: string; to: string; text: string; sentAt: Date };

export interface EmailGateway {
  sendEmail(message: EmailMessage): Promise<Outcome<{ reference: string }>>;
}

export interface SmsGateway {
  sendSms(message: SmsMessage): Promise<Outcome<{ reference: string }>>;
}
