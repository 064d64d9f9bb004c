import { type Migrated } from '../workflow/migrate';
import { type Known } from '../workflow/wait';
import { type Workflow } from '../workflow/workflow';

/** Where a dossier stands, and the two drawings: what is judged without holding anything. */
export type PlannedMigration = {
  dossierId: string;
  toVersionId: string;
  /** Of the position; another by the time of the act means that somebody was faster. */
  instanceVersion: number;
  state: Buffer;
  known: Known;
  from: Workflow;
  to: Workflow;
};

/** A migration that the dry run has let through. */
export type JudgedMigration = Pick<PlannedMigration, 'dossierId' | 'toVersionId' | 'instanceVersion'> & { migrated: Migrated };
