import { type Migration } from '../server/store/migrate';

/** Procedures as they were read elsewhere: what was published, with the doubts of the reading; a change is a new version. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table catalogue_records (
    code text not null,
    version integer not null check (version > 0),
    record jsonb not null,
    findings jsonb not null,
    sha256 text not null,
    source text not null,
    decision text,
    is_receivable boolean not null,
    reasons jsonb not null,
    imported_at timestamptz not null,
    imported_by text not null,
    primary key (code, version)
  )`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table catalogue_records');
};
