import { competenceOf } from '../../catalogue/competence-of';
import { judgeRecord } from '../../catalogue/judge-record';
import { procedureOf } from '../../catalogue/procedure-of';
import { type Reading } from '../../catalogue/reading';
import { type KnownBody, type Usual } from '../../catalogue/usual';
import { type Context } from '../../casework/context';
import { hashOf } from '../../casework/publication';
import { actorColumns } from '../../casework/record-act';
import { parseProcedureContent } from '../../contract/procedure-content';
import { localDateOf } from '../../domain/local-time';
import { type ProcedureVersionContent } from '../../domain/procedure';
import { type Words } from '../../domain/words/words';
import { findCatalogueRecord, insertCatalogueRecord } from '../../store/catalogue-records';
import { versionsOf } from '../../store/procedures';

export type ReadRecord = Extract<Reading, { record: object }>;
export type Brought = {
  code: string;
  outcome: 'new' | 'changed' | 'unchanged';
  reasons: readonly Words[];
  /** The version under which it can be received from now on; otherwise why there is none. */
  procedure: ProcedureVersionContent | 'kept' | 'modelled' | 'not-receivable';
};

const NO_BODY: Words = {
  vi: 'Chưa có cơ quan nào trong hệ thống giải quyết thủ tục này.',
  en: 'No body in this system decides this procedure.',
};

/**
 * Puts on record what was read of one procedure. What says the same as before is
 * left; a change is a new version. Answers the procedure that can be received
 * then, dated today; one that has a version of its own keeps it.
 */
export async function bringRecord(
  context: Context,
  { record, findings, source, bodies, usual }: ReadRecord & { source: string; bodies: readonly KnownBody[]; usual: Usual },
): Promise<Brought> {
  const { tx, now } = context;
  const { code, decision } = record;
  const judgement = judgeRecord(record, findings);
  const competence = competenceOf(record, { bodies, usual });
  const reasons = competence ? judgement.reasons : [...judgement.reasons, NO_BODY];
  const latest = await findCatalogueRecord(tx, code);
  const sha256 = hashOf({ record, findings });
  if (latest?.sha256 === sha256) return { code, reasons, outcome: 'unchanged', procedure: 'kept' };
  const version = (latest?.version ?? 0) + 1;
  const isReceivable = judgement.isReceivable && competence !== undefined;
  const by = { importedAt: now, importedBy: actorColumns(context.actor).actorName };
  await insertCatalogueRecord(tx, { code, version, record, findings, sha256, source, decision, isReceivable, reasons, ...by });
  const brought = { code, reasons, outcome: latest ? ('changed' as const) : ('new' as const) };
  if (!isReceivable) return { ...brought, procedure: 'not-receivable' };
  const [newest] = await versionsOf(tx, code);
  if (newest && newest.content.form !== usual.form) return { ...brought, procedure: 'modelled' };
  const content = procedureOf(record, judgement, { competence, usual, effectiveFromOn: localDateOf(now) });
  return { ...brought, procedure: parseProcedureContent(content) };
}
