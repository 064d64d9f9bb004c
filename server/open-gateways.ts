import { join } from 'node:path';
import { type PostAgreement } from './agreements';
import { type Config } from './config';
import { type Clock } from './domain/clock';
import { plainProvinceName } from './domain/province-name';
import { type EmailGateway, type SmsGateway } from './gateways/messages/message';
import { type FileMailbox, openFileMailbox } from './gateways/messages/file-mailbox';
import { openHttpSms } from './gateways/messages/sms';
import { openSmtpMail } from './gateways/messages/smtp-mail';
import { openCarrier } from './gateways/post/carrier';
import { openFileBook } from './gateways/post/carrier-book';
import { openHttpPost } from './gateways/post/http-post';
import { type PostalGateway } from './gateways/post/postal-gateway';
import { KNOWN_STATUS_KINDS } from './gateways/post/wire';
import { type PostalPlaces } from './jobs/topics/postal-order';

export type Gateways = {
  mail: EmailGateway;
  /** Absent: whoever has only a telephone goes to the clerk's call list. */
  sms: SmsGateway | undefined;
  mailbox: FileMailbox;
  /** Absent: orders wait in the outbox, on the administrator's list with that reason. */
  post: { gateway: PostalGateway; places: PostalPlaces } | undefined;
};

type Wishes = Pick<Config, 'isProduction' | 'mailFrom' | 'smtpUrl' | 'post' | 'sms'>;

const FROM = 'Một Cửa <khong-tra-loi@motcua.invalid>';
const SILENCE_MS = 20_000;

/**
 * Opens the ways out of the house. Without a mail server letters lie in the data
 * directory. Outside production a simulated carrier takes the parcels: it registers
 * them and then says nothing, for the demonstration's own postman reports at the door.
 */
export async function openGateways(config: Wishes, dataDirectory: string, clock: Clock): Promise<Gateways> {
  const mailbox = await openFileMailbox({ folder: join(dataDirectory, 'mails'), from: config.mailFrom ?? FROM });
  const mail = config.smtpUrl ? openSmtpMail({ url: config.smtpUrl, from: config.mailFrom ?? FROM, timeoutMs: SILENCE_MS }) : mailbox;
  const sms = config.sms ? openHttpSms({ ...config.sms, timeoutMs: SILENCE_MS }) : config.isProduction ? undefined : mailbox;
  if (config.post) return { mail, sms, mailbox, post: realPost(config.post) };
  return { mail, sms, mailbox, post: config.isProduction ? undefined : await simulatedPost(dataDirectory, clock) };
}

/** What this installation cannot send yet, and where it waits: one line for whoever starts it; undefined where nothing is missing. */
export function missingGateways({ isProduction, post, sms, smtpUrl }: Wishes): string | undefined {
  if (!isProduction) return undefined;
  const missing = [
    post ? [] : [['cổng bưu chính (POST_GATEWAY): phiếu gửi chờ trong danh sách việc gửi đi', 'postal orders wait in the outbox']],
    sms ? [] : [['cổng SMS (SMS_GATEWAY): người chỉ có điện thoại được ghi vào danh sách gọi', 'people without e-mail are to be called']],
    smtpUrl ? [] : [['máy chủ thư (SMTP_URL): thư nằm trong thư mục mails', 'mails stay in the data directory']],
  ].flat();
  if (missing.length === 0) return undefined;
  return `Chưa cấu hình ${missing.map(([vi]) => vi).join('; ')} (not configured: ${missing.map(([, en]) => en).join('; ')}).`;
}

function realPost({ provinceCodes, ownProvince, officePhone, statusKinds, ...settings }: PostAgreement): Gateways['post'] {
  const codes = new Map(Object.entries(provinceCodes).map(([name, code]) => [plainProvinceName(name), code]));
  const kinds = { ...KNOWN_STATUS_KINDS, ...statusKinds };
  return {
    gateway: openHttpPost({ ...settings, statusKinds: kinds, timeoutMs: SILENCE_MS }),
    places: { ownCode: provinceCodes[ownProvince]!, codeOf: (name) => codes.get(plainProvinceName(name)), officePhone },
  };
}

/** The simulated carrier has no codes of its own: it takes the names. */
async function simulatedPost(dataDirectory: string, clock: Clock): Promise<Gateways['post']> {
  const gateway = await openCarrier({
    now: () => clock.now(),
    seed: 1,
    behave: () => 'never-delivers',
    stepMinutes: 60,
    pageSize: 100,
    book: openFileBook(join(dataDirectory, 'carrier.book')),
  });
  return { gateway, places: { ownCode: 'Hà Tĩnh', codeOf: plainProvinceName, officePhone: '0239 3000 000' } };
}
