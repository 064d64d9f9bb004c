import { competenceOf } from '../../catalogue/competence-of';
import { judgeRecord, type Judgement } from '../../catalogue/judge-record';
import { procedureOf } from '../../catalogue/procedure-of';
import { type Reading } from '../../catalogue/reading';
import { type KnownBody, type Usual } from '../../catalogue/usual';
import { type Context } from '../../casework/context';
import { hashOf } from '../../casework/publication';
import { actorColumns } from '../../casework/record-act';
import { parseProcedureContent } from '../../contract/procedure-content';
import { localDateOf } from '../../domain/local-time';
import { type Words } from '../../domain/words/words';
import { type FormDefinition } from '../../forms/definition';
import { competentBodies } from '../../store/agencies';
import { holdCatalogue, insertCatalogueRecord, latestCatalogueRecords } from '../../store/catalogue-records';
import { versionsOf } from '../../store/procedures';
import { publishForm } from './publish-form';
import { publishProcedure } from './publish-procedure';
import { publishTemplate } from './publish-template';

export type CatalogueImport = {
  source: string;
  readings: readonly Reading[];
  usual: Usual;
  /** On which the procedures are received, and the paper that answers them. */
  form: FormDefinition;
  template: unknown;
};

/** What became of one reading: `modelled` has a version of its own, which an import never touches. */
export type Imported = {
  code: string;
  outcome: 'new' | 'changed' | 'unchanged' | 'refused';
  procedure: 'published' | 'kept' | 'modelled' | 'not-receivable';
  reasons: readonly Words[];
};

type Read = Extract<Reading, { record: object }>;

const NO_BODY: Words = {
  vi: 'Chưa có cơ quan nào trong hệ thống giải quyết thủ tục này.',
  en: 'No body in this system decides this procedure.',
};

/**
 * Enters procedures that were read elsewhere: all of them or none. What says the
 * same as before is left; what has changed becomes a new version, dated today.
 * Whatever no doubt blocks can be received from now on, on the general form; a
 * procedure with a version of its own keeps it.
 */
export async function importCatalogue(context: Context, { source, readings, usual, form, template }: CatalogueImport): Promise<Imported[]> {
  const { tx, now } = context;
  await holdCatalogue(tx);
  await publishForm(context, { content: form });
  await publishTemplate(context, { content: template });
  const onDate = localDateOf(now);
  const bodies = await competentBodies(tx, onDate);
  const read = readings.filter((one): one is Read => one.record !== undefined);
  const known = await latestCatalogueRecords(
    tx,
    read.map(({ record }) => record.code),
  );
  const imported: Imported[] = [];
  for (const one of read) {
    const latest = known.get(one.record.code);
    const { sha256, version, ...brought } = await bringOne(context, one, { latest, source, bodies, usual, onDate });
    // a code that stands twice in one import changes what it has just brought
    known.set(one.record.code, { code: one.record.code, version, sha256 });
    imported.push(brought);
  }
  return [...imported, ...readings.flatMap(refusal)];
}

type Basis = {
  latest: { version: number; sha256: string } | undefined;
  source: string;
  bodies: readonly KnownBody[];
  usual: Usual;
  onDate: string;
};

async function bringOne(
  context: Context,
  { record, findings }: Read,
  { latest, source, bodies, usual, onDate }: Basis,
): Promise<Imported & { version: number; sha256: string }> {
  const judgement = judgeRecord(record, findings);
  const competence = competenceOf(record, { bodies, usual });
  const reasons = competence ? judgement.reasons : [...judgement.reasons, NO_BODY];
  const sha256 = hashOf({ record, findings });
  const { code, decision } = record;
  if (latest?.sha256 === sha256) return { code, reasons, outcome: 'unchanged', procedure: 'kept', version: latest.version, sha256 };
  const version = (latest?.version ?? 0) + 1;
  const isReceivable = judgement.isReceivable && competence !== undefined;
  const by = { importedAt: context.now, importedBy: actorColumns(context.actor).actorName };
  await insertCatalogueRecord(context.tx, { code, version, record, findings, sha256, source, decision, isReceivable, reasons, ...by });
  const procedure = isReceivable ? await publish(context, { record, judgement, competence, usual, onDate }) : 'not-receivable';
  return { code, reasons, outcome: latest ? 'changed' : 'new', procedure, version, sha256 };
}

async function publish(
  context: Context,
  {
    record,
    judgement,
    onDate,
    ...rest
  }: {
    record: Read['record'];
    judgement: Judgement;
    competence: NonNullable<ReturnType<typeof competenceOf>>;
    usual: Usual;
    onDate: string;
  },
): Promise<Imported['procedure']> {
  const [newest] = await versionsOf(context.tx, record.code);
  if (newest && newest.content.form !== rest.usual.form) return 'modelled';
  const content = parseProcedureContent(procedureOf(record, judgement, { ...rest, effectiveFromOn: onDate }));
  await publishProcedure(context, { content });
  return 'published';
}

function refusal(reading: Reading): Imported[] {
  if (reading.record) return [];
  return [
    {
      code: reading.code ?? '?',
      outcome: 'refused',
      procedure: 'not-receivable',
      reasons: reading.findings.map(({ what }) => what),
    },
  ];
}
