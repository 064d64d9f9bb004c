import { type Context } from '../../casework/context';
import { readCertificate, revokeCertificate as revoke } from '../../store/certificates';

/** A key is lost or its holder has left: from now on nothing is signed with it; what was signed stands. */
export async function revokeCertificate({ tx, now }: Context, { certificateId }: { certificateId: string }): Promise<void> {
  const { id } = await readCertificate(tx, certificateId);
  await revoke(tx, id, now);
}
