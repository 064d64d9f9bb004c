import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseFormContent } from '../../server/contract/form-content';
import { parseProcedureContent } from '../../server/contract/procedure-content';
import { type JournalFacts } from '../../server/domain/journal';
import { normaliseAnswers } from '../../server/forms/normalise';
import { insertDossier } from '../../server/store/dossiers';
import { appendJournal } from '../../server/store/journal';
import { insertPublication } from '../../server/store/office-calendar';
import { type DossierRow } from '../../server/store/models/dossier';
import { type TaskRow } from '../../server/store/models/task';
import {
  findVersionInForce,
  insertProcedure,
  publishProcedureVersion,
  readProcedureVersion,
  type PublishedProcedure,
} from '../../server/store/procedures';
import { findLatestDiagram, publishDiagram, publishForm } from '../../server/store/published-versions';
import { insertTasks } from '../../server/store/tasks';
import { type Transaction } from '../../server/store/transaction';
import { lawyerAnswers } from '../forms/right-answers';
import { enterPerson } from './on-record';
import { MORNING, type Office } from './server';

const read = (path: string): string => readFileSync(`workflows/${path}`, 'utf8');
const published = { publishedAt: MORNING, publishedBy: 'test' };

/** Every working day counts until the end of 2028: no day off but weekends. */
export async function publishPlainCalendar(tx: Transaction): Promise<void> {
  await insertPublication(tx, { publishedFromOn: '2025-01-01', publishedThroughOn: '2028-12-31', decision: 'QĐ thử', ...published });
}

/** One of the procedures that ship with this system, as it is published; entered once. */
export async function enterShippedProcedure(tx: Transaction, code: '1.002153' | '2.000635'): Promise<PublishedProcedure> {
  const known = await findVersionInForce(tx, code, '2026-11-25');
  if (known) return known;
  const content = parseProcedureContent(JSON.parse(read(`procedures/${code}/procedure.json`)));
  const form = await publishForm(tx, { key: code, content: JSON.parse(read(`procedures/${code}/form.json`)), sha256: 'f', ...published });
  const diagram =
    (await findLatestDiagram(tx, content.diagram)) ??
    (await publishDiagram(tx, {
      key: content.diagram,
      name: content.diagram,
      xml: read(`diagrams/${content.diagram}/process.bpmn`),
      compiled: '{}',
      sha256: 'd',
      engineVersion: '25',
      ...published,
    }));
  await insertProcedure(tx, { code, name: content.name.vi, field: content.field, level: content.level, createdAt: MORNING });
  const { effectiveFromOn, effectiveToOn, sourceDecision } = content;
  const version = await publishProcedureVersion(tx, {
    procedureCode: code,
    content,
    sha256: 'p',
    formVersionId: form.id,
    diagramVersionId: diagram.id,
    resultTemplateVersionId: null,
    effectiveFromOn,
    effectiveToOn,
    sourceDecision,
    ...published,
  });
  return readProcedureVersion(tx, version.id);
}

/** A dossier of a lawyer's registration, filed online and accepted, at the department and its centre unless the values say otherwise. */
export async function enterCase(
  tx: Transaction,
  { places }: Pick<Office, 'places'>,
  values: Partial<DossierRow> = {},
): Promise<DossierRow> {
  const procedure = await enterShippedProcedure(tx, '1.002153');
  const form = parseFormContent(JSON.parse(read('procedures/1.002153/form.json')));
  const ownerName = values.ownerName ?? 'Phan Đức Anh';
  const owner = values.ownerPersonId === undefined ? (await enterPerson(tx, ownerName)).id : values.ownerPersonId;
  return insertDossier(tx, {
    code: `H27.TEST-261125-${randomUUID().slice(0, 8).toUpperCase()}`,
    procedureCode: procedure.procedureCode,
    procedureVersionId: procedure.id,
    diagramVersionId: procedure.diagramVersionId,
    caseKey: 'registration',
    channel: 'online',
    centreId: places['provincial-centre'].id,
    agencyId: places.department.id,
    ownerPersonId: owner,
    ownerName,
    submitterName: ownerName,
    answers: normaliseAnswers(form, lawyerAnswers),
    returnWay: 'online',
    isSameDay: false,
    timeLimit: { limit: '5 working-days', wording: '05 ngày làm việc' },
    createdAt: MORNING,
    submittedAt: MORNING,
    acceptedAt: MORNING,
    dueAt: new Date('2026-12-02T10:00:00Z'),
    status: 4,
    ...values,
  });
}

/** Steps that a dossier waits at: a person's unless the values say otherwise. */
export async function enterWaits(tx: Transaction, dossier: DossierRow, ...waits: Partial<TaskRow>[]): Promise<TaskRow[]> {
  return insertTasks(
    tx,
    waits.map((wait) => ({
      dossierId: dossier.id,
      elementId: 'Task_Examine',
      executionId: randomUUID(),
      kind: 'user' as const,
      name: 'Thẩm định hồ sơ',
      act: 'examine',
      duty: 'officer' as const,
      agencyId: dossier.agencyId,
      limitText: '2 working-days',
      openedAt: MORNING,
      ...wait,
    })),
  );
}

/** Journal lines, each by the house unless it says otherwise. */
export async function enterJournal(
  tx: Transaction,
  dossierId: string,
  lines: readonly { act: string; facts?: JournalFacts; at?: Date; actorName?: string; agencyId?: number }[],
): Promise<void> {
  for (const { act, facts = {}, at = MORNING, actorName = 'Cán bộ', agencyId } of lines)
    await appendJournal(tx, {
      dossierId,
      act,
      taskId: null,
      actorKind: 'staff',
      actorId: null,
      actorName,
      postId: null,
      agencyId: agencyId ?? null,
      at,
      facts,
    });
}
