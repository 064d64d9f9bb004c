import { type Context } from '../../casework/context';
import { actorColumns } from '../../casework/record-act';
import { refuseUnless } from '../../domain/refusal';
import { confirmProcedureVersion, readProcedureVersion } from '../../store/procedures';

/**
 * Somebody competent answers for what the version leaves unsure: by its decision
 * it is open to citizens from now on. Once; what changes after is a new version.
 */
export async function confirmProcedure(context: Context, { versionId, decision }: { versionId: string; decision: string }): Promise<void> {
  const { confirmedAt, procedureCode } = await readProcedureVersion(context.tx, versionId);
  refuseUnless(confirmedAt === null, 'already-exists', {
    what: { vi: `xác nhận của phiên bản này (${procedureCode})`, en: `The confirmation of this version (${procedureCode})` },
  });
  await confirmProcedureVersion(context.tx, {
    procedureVersionId: versionId,
    decision,
    confirmedAt: context.now,
    confirmedBy: actorColumns(context.actor).actorName,
  });
}
