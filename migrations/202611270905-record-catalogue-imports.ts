import { type Migration } from '../server/store/migrate';

/** What an administrator brought in, and what became of each line. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table catalogue_imports (
    id uuid primary key default gen_random_uuid(),
    source text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    finished_at timestamptz,
    imported jsonb
  )`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table catalogue_imports');
};
