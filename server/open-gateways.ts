import { join } from 'node:path';
import { type Config } from './config';
import { type Clock } from './domain/clock';
import { type EmailGateway, type SmsGateway } from './gateways/messages/message';
import { type FileMailbox, openFileMailbox } from './gateways/messages/file-mailbox';
import { openSmtpMail } from './gateways/messages/smtp-mail';
import { openCarrier } from './gateways/post/carrier';
import { openFileBook } from './gateways/post/carrier-book';
import { type PostalGateway } from './gateways/post/postal-gateway';

export type Gateways = { mail: EmailGateway; sms: SmsGateway; mailbox: FileMailbox; post: PostalGateway | undefined };

const FROM = 'Một Cửa <khong-tra-loi@motcua.invalid>';
const MAIL_SILENCE_MS = 20_000;

/**
 * Opens the ways out of the house. Without a mail server letters lie in the data
 * directory. Outside production a simulated carrier takes the parcels: it registers
 * them and then says nothing, for the demonstration's own postman reports at the door.
 */
export async function openGateways(config: Config, dataDirectory: string, clock: Clock): Promise<Gateways> {
  const mailbox = await openFileMailbox({ folder: join(dataDirectory, 'mails'), from: config.mailFrom ?? FROM });
  const mail = config.smtpUrl ? openSmtpMail({ url: config.smtpUrl, from: config.mailFrom ?? FROM, timeoutMs: MAIL_SILENCE_MS }) : mailbox;
  const post = config.isProduction
    ? undefined
    : await openCarrier({
        now: () => clock.now(),
        seed: 1,
        behave: () => 'never-delivers',
        stepMinutes: 60,
        pageSize: 100,
        book: openFileBook(join(dataDirectory, 'carrier.book')),
      });
  return { mail, sms: mailbox, mailbox, post };
}
