import { localDateOf } from '../../domain/local-time';
import { readAgency } from '../../store/agencies';
import { findAuthority } from '../../store/authorities';
import { readExtension } from '../../store/extensions';
import { type DossierRow } from '../../store/models/dossier';
import { readStaffMember } from '../../store/staff';
import { type Reader } from '../reader';
import { letterOwner } from './declared-parties';
import { letterFrame, type LetterSubject } from './letter-frame';

/** Form 04: why the date is not kept, who answers for it, and the new one. Extension and apology are one form. */
export async function newDateFacts(reader: Reader, subject: LetterSubject, extensionId: string): Promise<Record<string, unknown>> {
  const { dossier, procedure, centre } = subject;
  const extension = await readExtension(reader.tx, extensionId);
  const { signedBy, signedAt } = extension;
  if (!signedBy || !signedAt) throw new Error(`extension ${extensionId} is not signed`);
  return {
    ...(await letterFrame(reader, subject)),
    kind: extension.kind,
    owner: await letterOwner(reader, subject),
    field: procedure.field,
    receivedAt: (dossier.receivedAt ?? dossier.acceptedAt ?? dossier.submittedAt).toISOString(),
    previousDueAt: extension.oldDueAt.toISOString(),
    newDueAt: extension.newDueAt.toISOString(),
    unit: (await readAgency(reader.tx, dossier.agencyId)).name,
    reason: extension.reason,
    recipients: ['Như trên', centre.name, 'Lưu: VT'],
    signer: await signerOf(reader, dossier, { staffId: signedBy, on: localDateOf(signedAt) }),
  };
}

/** With the authority of the day on which it was signed. */
async function signerOf({ tx }: Reader, { agencyId, procedureCode: scope }: DossierRow, { staffId, on }: { staffId: string; on: string }) {
  const { fullName: name } = await readStaffMember(tx, staffId);
  const authority = await findAuthority(tx, { staffId, agencyId, scope, onDate: on });
  if (!authority) throw new Error(`${staffId} had no authority on ${on}`);
  const { formula, onBehalfOf, position } = authority;
  return { ...(formula === 'none' ? {} : { authority: `${formula} ${onBehalfOf ?? ''}`.trim() }), position, name };
}
