import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { refused } from '../outcome';
import { mailSourceOf, refuseAddress } from './mail-source';
import { type EmailGateway, type SmsGateway } from './message';
import { isTelephone } from './sms';

const Kept = z.object({
  kind: z.enum(['email', 'sms']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime(),
  attachments: z.array(z.string()),
});

/** A message as it lies in the box: `id` names its files, `attachments` are names only, `subject` is empty for SMS. */
export type KeptMessage = z.infer<typeof Kept> & { id: string };

export type FileMailbox = EmailGateway & SmsGateway & { list(most: number): Promise<KeptMessage[]> };

/**
 * Where letters land when no mail server or SMS gateway is named: each as .json,
 * e-mail also as .eml that any mail program opens. For development and
 * demonstration: the box holds personal data in the clear and is never emptied.
 */
export async function openFileMailbox({ folder, from }: { folder: string; from: string }): Promise<FileMailbox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const printer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async sendEmail(message) {
      const wrongAddress = refuseAddress(message.to);
      if (wrongAddress) return wrongAddress;
      const { to, subject, text, sentAt } = message;
      const id = idOf('email', message);
      const printed = await printer.sendMail(mailSourceOf(message, from));
      await keep(join(folder, `${id}.eml`), printed.message as Buffer);
      const attachments = message.attachments.map(({ name }) => name);
      await keep(join(folder, `${id}.json`), asJson({ kind: 'email', to, subject, text, sentAt: sentAt.toISOString(), attachments }));
      return { outcome: 'accepted', reference: id };
    },
    async sendSms(message) {
      const { to, text, sentAt } = message;
      if (!isTelephone(to)) return refused('not a telephone number');
      const id = idOf('sms', message);
      await keep(join(folder, `${id}.json`), asJson({ kind: 'sms', to, subject: '', text, sentAt: sentAt.toISOString(), attachments: [] }));
      return { outcome: 'accepted', reference: id };
    },
    list: (most) => list(folder, most),
  };
}

/** The newest first. */
async function list(folder: string, most: number): Promise<KeptMessage[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const newest = names.reverse().slice(0, most);
  return Promise.all(
    newest.map(async (name) => {
      const kept = Kept.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      return { id: name.slice(0, -'.json'.length), ...kept };
    }),
  );
}

/** Sorts by time; the same message, sent again, lands on itself. */
function idOf(kind: string, { key, sentAt }: { key: string; sentAt: Date }): string {
  const mark = createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, 16);
  return `${sentAt.toISOString().replace(/[-:.]/g, '')}-${mark}`;
}

async function keep(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

function asJson(kept: z.infer<typeof Kept>): string {
  return JSON.stringify(kept, undefined, 2);
}
