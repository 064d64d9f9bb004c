import { randomUUID } from 'node:crypto';
import { type Transaction } from 'sequelize';
import { type StaffDuty } from '../../server/domain/duties';
import { type ProcedureVersionContent } from '../../server/domain/procedure';
import { insertAccount } from '../../server/store/accounts';
import { insertAgency } from '../../server/store/agencies';
import { insertDossier } from '../../server/store/dossiers';
import { insertDraft } from '../../server/store/drafts';
import { type AgencyRow } from '../../server/store/models/agency';
import { type DossierRow } from '../../server/store/models/dossier';
import { type PersonRow } from '../../server/store/models/person';
import { type StaffMemberRow } from '../../server/store/models/staff-member';
import { insertPerson } from '../../server/store/people';
import { insertProcedure, publishProcedureVersion, type PublishedProcedure, readProcedureVersion } from '../../server/store/procedures';
import { publishDiagram, publishForm } from '../../server/store/published-versions';
import { execute } from '../../server/store/rows';
import { insertPost, insertStaffMember } from '../../server/store/staff';

/** The instant at which these tests play: a Wednesday morning. */
export const NOON = new Date('2026-11-25T05:00:00Z');
export const TODAY = '2026-11-25';

/** Bare rows for tests of the store, which knows no rules of the office. Each call enters new ones. */
export async function enterAgency(tx: Transaction, values: Partial<AgencyRow> = {}): Promise<AgencyRow> {
  return insertAgency(tx, { code: randomUUID(), kind: 'commune', name: 'UBND xã', validFromOn: '2025-07-01', ...values });
}

export async function enterPerson(tx: Transaction, fullName: string): Promise<PersonRow> {
  return insertPerson(tx, { fullName, createdAt: NOON });
}

export async function enterStaffMember(
  tx: Transaction,
  { agencyId, duties }: { agencyId: number; duties: StaffDuty[] },
): Promise<StaffMemberRow & { postId: string }> {
  const account = await insertAccount(tx, { kind: 'staff', userName: randomUUID(), displayName: 'Cán bộ', createdAt: NOON });
  const member = await insertStaffMember(tx, { accountId: account.id, fullName: 'Cán bộ', createdAt: NOON });
  const post = await insertPost(tx, { staffId: member.id, agencyId, title: 'Công chức', duties, validFromOn: '2025-07-01' });
  return { ...member, postId: post.id };
}

export async function enterProcedure(tx: Transaction, effectiveFromOn = '2025-07-01'): Promise<PublishedProcedure> {
  const [key, published] = [randomUUID(), { publishedAt: NOON, publishedBy: 'test' }];
  const form = await publishForm(tx, { key, content: {}, sha256: 'f', ...published });
  const diagram = await publishDiagram(tx, { key, name: key, xml: '<a/>', compiled: '{}', sha256: 'd', engineVersion: '25', ...published });
  await insertProcedure(tx, { code: key, name: 'Thủ tục thử', field: 'Hộ tịch', level: 'commune', createdAt: NOON });
  const version = await publishProcedureVersion(tx, {
    procedureCode: key,
    content: {} as ProcedureVersionContent,
    sha256: 'p',
    formVersionId: form.id,
    diagramVersionId: diagram.id,
    resultTemplateVersionId: null,
    effectiveFromOn,
    effectiveToOn: null,
    sourceDecision: 'QĐ thử',
    ...published,
  });
  return readProcedureVersion(tx, version.id);
}

export async function enterDossier(
  tx: Transaction,
  at: { agency: AgencyRow; procedure: PublishedProcedure },
  values: Partial<DossierRow> = {},
): Promise<DossierRow> {
  const owner = await enterPerson(tx, values.ownerName ?? 'Đặng Thị Hoà');
  return insertDossier(tx, {
    procedureCode: at.procedure.procedureCode,
    procedureVersionId: at.procedure.id,
    diagramVersionId: at.procedure.diagramVersionId,
    caseKey: 'standard',
    channel: 'online',
    centreId: at.agency.id,
    agencyId: at.agency.id,
    ownerPersonId: owner.id,
    ownerName: owner.fullName,
    submitterName: owner.fullName,
    answers: {},
    returnWay: 'online',
    isSameDay: false,
    createdAt: NOON,
    submittedAt: NOON,
    status: 1,
    ...values,
  });
}

/** A dossier and a draft at one agency, with somebody who works there and has submitted both. */
export async function enterDossierAndDraft(tx: Transaction) {
  const agency = await enterAgency(tx);
  const procedure = await enterProcedure(tx);
  const staff = await enterStaffMember(tx, { agencyId: agency.id, duties: ['clerk'] });
  const dossier = await enterDossier(tx, { agency, procedure }, { submitterAccountId: staff.accountId });
  const draft = await insertDraft(tx, {
    accountId: staff.accountId,
    procedureCode: procedure.procedureCode,
    procedureVersionId: procedure.id,
    caseKey: 'standard',
    createdAt: NOON,
    savedAt: NOON,
  });
  return { agency, procedure, staff, dossier, draft };
}

/** A book that its keeper has closed: it gives no more numbers. */
export async function closeBook(tx: Transaction, id: string, closedOn: string): Promise<void> {
  await execute(tx, 'update books set closed_on = $2 where id = $1', [id, closedOn]);
}

/** Waits of a dossier that some step has left. */
export async function closeWaits(tx: Transaction, dossierId: string, executionIds: readonly string[]): Promise<void> {
  await execute(tx, "update tasks set closed_at = $3, closed_by = 'x' where dossier_id = $1 and execution_id = any($2::text[])", [
    dossierId,
    executionIds,
    NOON,
  ]);
}
