import { type CreationAttributes, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { Instance, type InstanceRow } from './models/instance';
import { columns, findRecord, insertRecord } from './records';
import { execute, json, row, rows } from './rows';

export async function insertInstance(tx: Transaction, values: CreationAttributes<Instance>): Promise<InstanceRow> {
  return insertRecord(tx, Instance, values);
}

export async function readInstance(tx: Transaction, dossierId: string): Promise<InstanceRow> {
  const instance = await findRecord(tx, Instance, dossierId);
  refuseUnless(instance, 'not-found');
  return instance;
}

/** The position, held until the act ends. The dossier is locked before it, always in this order. */
export async function lockInstance(tx: Transaction, dossierId: string): Promise<InstanceRow> {
  const instance = await row<InstanceRow>(tx, `select ${columns(Instance)} from instances where dossier_id = $1 for update`, [dossierId]);
  refuseUnless(instance, 'not-found');
  return instance;
}

/**
 * Puts the next position in the place of the one it was computed from. That it
 * is another one by now cannot happen while the dossier is locked: it is a
 * fault, and nothing of the act is kept.
 */
export async function saveInstance(tx: Transaction, fromVersion: number, next: Omit<InstanceRow, 'version'>): Promise<void> {
  const touched = await execute(
    tx,
    `update instances set version = version + 1, diagram_version_id = $3, state = $4, state_sha256 = $5, active = $6, engine_version = $7,
       facts = $8::jsonb, done_elements = $9::text[], status = $10 where dossier_id = $1 and version = $2`,
    [
      next.dossierId,
      fromVersion,
      next.diagramVersionId,
      next.state,
      next.stateSha256,
      next.active,
      next.engineVersion,
      json(next.facts),
      next.doneElements,
      next.status,
    ],
  );
  if (touched !== 1) throw new Error(`The position of dossier ${next.dossierId} is no longer at version ${fromVersion}`);
}

/** Dossiers that still run on a version of a diagram, for the one who thinks of moving them. */
export async function dossiersOnDiagram(tx: Transaction, diagramVersionId: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select dossier_id as id from instances where diagram_version_id = $1 and status <> 'ended' order by dossier_id limit $2`,
    [diagramVersionId, limit],
  );
  return found.map(({ id }) => id);
}
