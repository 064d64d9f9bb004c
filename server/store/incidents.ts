import { type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Incident, type IncidentRow } from './models/incident';
import { columns, insertRecord } from './records';
import { row, rows } from './rows';

/** Puts before the administrators what no program may decide. One that is open already for the same dossier and kind is answered instead. */
export async function openIncident(
  tx: Transaction,
  { dossierId, kind, facts, openedAt }: Pick<IncidentRow, 'dossierId' | 'kind' | 'facts' | 'openedAt'>,
): Promise<IncidentRow> {
  const open = await row<IncidentRow>(
    tx,
    `select ${columns(Incident)} from incidents where dossier_id = $1::uuid and kind = $2 and resolved_at is null limit 1`,
    [dossierId, kind],
  );
  return open ?? insertRecord(tx, Incident, { dossierId, kind, facts, openedAt });
}

export async function resolveIncident(
  tx: Transaction,
  { id, at, by, resolution }: { id: string; at: Date; by: string; resolution: string },
): Promise<IncidentRow> {
  const resolved = await row<IncidentRow>(
    tx,
    `update incidents set resolved_at = $2, resolved_by = $3, resolution = $4 where id = $1 and resolved_at is null returning ${columns(Incident)}`,
    [id, at, by, resolution],
  );
  refuseUnless(resolved, 'not-found');
  return resolved;
}

/** What is still to be put right, the oldest first. */
export async function listOpenIncidents(tx: Transaction, limit: number): Promise<IncidentRow[]> {
  return rows<IncidentRow>(tx, `select ${columns(Incident)} from incidents where resolved_at is null order by opened_at, id limit $1`, [
    limit,
  ]);
}

export async function incidentsOf(tx: Transaction, dossierId: string): Promise<IncidentRow[]> {
  return rows<IncidentRow>(tx, `select ${columns(Incident)} from incidents where dossier_id = $1 order by opened_at, id`, [dossierId]);
}
