import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileMailbox } from '../../server/gateways/messages/file-mailbox';
import { type EmailMessage } from '../../server/gateways/messages/message';
import { openSmtpMail } from '../../server/gateways/messages/smtp-mail';
import { useFolder } from '../files/folder';
import { type PlayedMailServer, startMailServer } from './smtp-server';

const folder = useFolder();
const from = '"Một Cửa" <motcua@tinh.example>';
const message: EmailMessage = {
  key: 'outbox-17',
  to: 'nguoidan@example.com',
  subject: 'Giấy tiếp nhận hồ sơ',
  text: 'Hồ sơ của ông/bà đã được tiếp nhận.',
  sentAt: new Date('2026-11-25T02:00:00Z'),
  attachments: [{ name: 'Giấy tiếp nhận.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7 x') }],
};

let server: PlayedMailServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
const mailOver = async (say: Parameters<typeof startMailServer>[0], timeoutMs = 3000) => {
  server = await startMailServer(say);
  return openSmtpMail({ url: server.url, from, timeoutMs });
};

test('a letter goes out with its Vietnamese subject, its attachment and the office’s own time', async () => {
  const mail = await mailOver(() => undefined);
  expect(await mail.sendEmail(message)).toMatchObject({ outcome: 'accepted' });
  const letter = server!.letters[0]!;
  expect(letter).toContain('To: nguoidan@example.com');
  expect(letter).toContain('Date: Wed, 25 Nov 2026 02:00:00 +0000');
  expect(letter.replace(/\?=\s+=\?UTF-8\?Q\?/g, '')).toMatch(/Subject: =\?UTF-8\?[QB]\?/);
  expect(letter).toContain(Buffer.from('%PDF-1.7 x').toString('base64'));
});

test('the same letter sent again carries the same Message-ID', async () => {
  const mail = await mailOver(() => undefined);
  const first = await mail.sendEmail(message);
  expect(await mail.sendEmail(message)).toEqual(first);
  expect(await mail.sendEmail({ ...message, key: 'outbox-18' })).not.toEqual(first);
});

test('what a mail server refuses for good is refused, what it postpones is unknown', async () => {
  expect(await (await mailOver((line) => (line.startsWith('RCPT') ? '550 no such user' : undefined))).sendEmail(message)).toMatchObject({
    outcome: 'refused',
  });
  await server!.stop();
  expect(await (await mailOver((line) => (line.startsWith('RCPT') ? '450 come later' : undefined))).sendEmail(message)).toMatchObject({
    outcome: 'unknown',
  });
  await server!.stop();
  expect(await (await mailOver((line) => (line === '.' ? '554 looks like spam' : undefined))).sendEmail(message)).toMatchObject({
    outcome: 'refused',
  });
  await server!.stop();
  expect(await (await mailOver((line) => (line === '.' ? 'hangUp' : undefined))).sendEmail(message)).toMatchObject({ outcome: 'unknown' });
});

test('a mail server that is down is unknown, not an error', async () => {
  const mail = await mailOver(() => undefined);
  await server!.stop();
  expect(await mail.sendEmail(message)).toMatchObject({ outcome: 'unknown', why: expect.stringContaining('ECONNREFUSED') as string });
  server = undefined;
});

test.each(['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'khong-phai-dia-chi', ''])(
  'the address %j names no reader, and nothing is sent',
  async (to) => {
    const mail = await mailOver(() => undefined);
    expect(await mail.sendEmail({ ...message, to })).toMatchObject({ outcome: 'refused' });
    expect(server!.letters).toEqual([]);
  },
);

test('a subject cannot smuggle a header', async () => {
  const mail = await mailOver(() => undefined);
  await mail.sendEmail({ ...message, subject: 'Hẹn\r\nBcc: b@example.com' });
  expect(server!.letters[0]).not.toMatch(/^Bcc:/m);
});

test('without a mail server letters and SMS land in a box that can be listed, newest first', async () => {
  const box = await openFileMailbox({ folder: folder.path, from });
  await box.sendEmail(message);
  await box.sendEmail(message);
  await box.sendSms({ key: 'outbox-18', to: '0912345678', text: 'Hồ sơ đã có kết quả', sentAt: new Date('2026-11-26T02:00:00Z') });
  const listed = await box.list(10);
  expect(listed.map(({ kind, to, subject, sentAt, attachments }) => ({ kind, to, subject, sentAt, attachments }))).toEqual([
    { kind: 'sms', to: '0912345678', subject: '', sentAt: '2026-11-26T02:00:00.000Z', attachments: [] },
    {
      kind: 'email',
      to: 'nguoidan@example.com',
      subject: 'Giấy tiếp nhận hồ sơ',
      sentAt: '2026-11-25T02:00:00.000Z',
      attachments: ['Giấy tiếp nhận.pdf'],
    },
  ]);
  expect(await box.list(1)).toHaveLength(1);
  const letters = (await readdir(folder.path)).filter((name) => name.endsWith('.eml'));
  expect(letters).toHaveLength(1);
  expect(await readFile(join(folder.path, letters[0]!), 'utf8')).toContain('To: nguoidan@example.com');
});
