import nodemailer from 'nodemailer';
import { type NotAccepted, refused, unknown } from '../outcome';
import { mailSourceOf, refuseAddress } from './mail-source';
import { type EmailGateway } from './message';

/**
 * E-mail through the province's own server. `url` is `smtp://` or `smtps://` with
 * user and password; `from` a mailbox such as `"Một Cửa" <motcua@example.gov.vn>`.
 */
export function openSmtpMail({ url, from, timeoutMs }: { url: string; from: string; timeoutMs: number }): EmailGateway {
  const patience = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = nodemailer.createTransport({ url, ...patience });
  return {
    async sendEmail(message) {
      const wrongAddress = refuseAddress(message.to);
      if (wrongAddress) return wrongAddress;
      try {
        const { messageId } = await transport.sendMail(mailSourceOf(message, from));
        return { outcome: 'accepted', reference: messageId };
      } catch (fault) {
        return outcomeOf(fault as SmtpFault);
      }
    },
  };
}

type SmtpFault = { code?: string; responseCode?: number; message?: string };

/** Only what the server says for good about this letter is final; a wrong password of ours is not the citizen's fault. */
function outcomeOf({ code, responseCode, message }: SmtpFault): NotAccepted {
  const isAboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  const why = `${code ?? 'fault'}: ${message ?? ''}`;
  return isAboutTheLetter && responseCode !== undefined && responseCode >= 500 ? refused(why) : unknown(why);
}
