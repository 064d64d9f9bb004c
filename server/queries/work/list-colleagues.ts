import { type StaffDuty } from '../../domain/duties';
import { localDateOf } from '../../domain/local-time';
import { asStaff } from '../../policies/actor';
import { judgeReading } from '../../policies/reading';
import { deskScope } from '../../policies/scope';
import { readDossier } from '../../store/dossiers';
import { type StaffMemberRow } from '../../store/models/staff-member';
import { staffWithDuty } from '../../store/staff';
import { type Reader } from '../reader';

/**
 * Who holds a duty where a dossier is handled: to whom the head may assign it, a
 * task may be handed, or who may be asked to sign or to allow an exception. The
 * reader's own body, the competent one and the centre, and nobody elsewhere.
 */
export async function listColleagues(
  { tx, now, actor }: Reader,
  { dossierId, duty }: { dossierId: string; duty: StaffDuty },
): Promise<StaffMemberRow[]> {
  const dossier = await readDossier(tx, dossierId);
  judgeReading(actor, dossier);
  const onDate = localDateOf(now);
  const found = new Map<string, StaffMemberRow>();
  for (const agencyId of new Set([...deskScope(asStaff(actor)).agencyIds, dossier.agencyId, dossier.centreId]))
    for (const member of await staffWithDuty(tx, { agencyId, duty, onDate })) found.set(member.id, member);
  return [...found.values()];
}
