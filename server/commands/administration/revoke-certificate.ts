import { type Context } from '../../casework/context';
import { reportSignedSince } from '../../casework/signed-since';
import { refuseUnless } from '../../domain/refusal';
import { asStaff } from '../../policies/actor';
import { readCertificate, revokeCertificate as revoke } from '../../store/certificates';

export type RevokeCertificate = {
  certificateId: string;
  reason: string;
  /** Since when the key may have been in other hands; null: it never was, and counts until now. */
  untrustedSince: Date | null;
};

/**
 * A key is lost, or its holder has left: from now on nothing is signed with it.
 * What was signed before stands; where the key was in other hands for a while, what
 * was signed since then counts no more, leaves the office no more, and each such
 * dossier comes before the administrators.
 */
export async function revokeCertificate(context: Context, { certificateId, reason, untrustedSince }: RevokeCertificate): Promise<void> {
  const { tx, now, actor } = context;
  const { id, validFromAt, revokedAt } = await readCertificate(tx, certificateId);
  const at = untrustedSince ?? now;
  refuseUnless(at <= now && at >= validFromAt, 'date-impossible', {
    why: { vi: 'thời điểm phải nằm trong thời gian dùng chứng thư', en: 'the moment must lie within the time of the certificate' },
  });
  refuseUnless(revokedAt === null, 'step-not-open', { act: 'revoke-certificate' });
  await revoke(tx, { id, at, by: asStaff(actor).staffId, reason });
  await reportSignedSince(context, { certificateId: id, since: at });
}
