import { type Transaction } from 'sequelize';
import { type Duty } from '../domain/duties';
import { rows } from './rows';

/** One task as a step opens it. */
export type OpenedTask = {
  elementId: string;
  executionId: string;
  kind: 'user' | 'service' | 'timer' | 'message';
  name: string | null;
  act: string | null;
  duty: Duty | null;
  agencyId: number | null;
  message: string | null;
  topic: string | null;
  form: string | null;
  template: string | null;
  limitText: string | null;
  instanceIndex: number | null;
  instanceKey: string | null;
  assigneeId: string | null;
  dueAt: Date | null;
};

/** The new position of a dossier in its diagram, with the rows that follow from it. */
export type WrittenStep = {
  dossierId: string;
  expectedVersion: number;
  state: Buffer;
  stateSha256: string;
  active: string | null;
  status: 'running' | 'ended';
  facts: object;
  entered: readonly string[];
  opened: readonly OpenedTask[];
  closedExecutionIds: readonly string[];
  closedBy: string;
  at: Date;
};

/**
 * Writes position, closed and opened tasks, and the outbox entries of opened
 * service tasks in one statement: they move together or not at all. False when
 * the position was moved by somebody else since it was read.
 */
export async function writeStep(tx: Transaction, step: WrittenStep): Promise<boolean> {
  const [result] = await rows<{ moved: number }>(
    tx,
    `with i as (
       update instances set state = $2, state_sha256 = $3, active = $4, status = $5, facts = $6::jsonb, version = version + 1,
              done_elements = (select coalesce(array_agg(distinct e), '{}') from unnest(done_elements || $7::text[]) e)
        where dossier_id = $1 and version = $8 returning dossier_id),
     c as (
       update tasks set closed_at = $9, closed_by = $10 from i
        where tasks.dossier_id = i.dossier_id and execution_id = any($11::text[]) and closed_at is null),
     q as (
       select * from jsonb_to_recordset($12::jsonb) as q("elementId" text, "executionId" text, kind text, name text, act text, duty text,
         "agencyId" int, message text, topic text, form text, template text, "limitText" text, "instanceIndex" int, "instanceKey" text,
         "assigneeId" uuid, "dueAt" timestamptz)),
     o as (
       insert into tasks (dossier_id, element_id, execution_id, kind, name, act, duty, agency_id, message, topic, form, template, limit_text,
                          instance_index, instance_key, assignee_id, assigned_at, due_at, opened_at)
       select i.dossier_id, "elementId", "executionId", kind, name, act, duty, "agencyId", message, topic, form, template, "limitText",
              "instanceIndex", "instanceKey", "assigneeId", case when "assigneeId" is null then null else $9::timestamptz end, "dueAt", $9
         from i, q),
     x as (
       insert into outbox (dossier_id, execution_id, topic, payload, created_at, available_at)
       select i.dossier_id, "executionId", topic, jsonb_build_object('elementId', "elementId", 'template', template), $9, $9
         from i, q where kind = 'service'
       on conflict do nothing)
     select count(*)::int as moved from i`,
    [
      step.dossierId,
      step.state,
      step.stateSha256,
      step.active,
      step.status,
      JSON.stringify(step.facts),
      step.entered,
      step.expectedVersion,
      step.at,
      step.closedBy,
      step.closedExecutionIds,
      JSON.stringify(step.opened),
    ],
  );
  return result?.moved === 1;
}
