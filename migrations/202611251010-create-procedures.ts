import { type Migration } from '../server/store/migrate';

/** Procedures and all that is published about them: versions never change, each with its hash. */
export const up: Migration = async ({ sql }) => {
  for (const table of ['form_versions', 'template_versions'])
    await sql(`create table ${table} (
      id uuid primary key default gen_random_uuid(),
      key text not null,
      version integer not null,
      content jsonb not null,
      sha256 text not null,
      published_at timestamptz not null,
      published_by text not null,
      unique (key, version)
    )`);
  await sql(`create table diagram_versions (
    id uuid primary key default gen_random_uuid(),
    key text not null,
    version integer not null,
    name text not null,
    xml text not null,
    compiled text not null,
    sha256 text not null,
    engine_version text not null,
    published_at timestamptz not null,
    published_by text not null,
    unique (key, version)
  )`);
  await sql(`create table procedures (
    code text primary key,
    name text not null,
    name_search tsvector generated always as (to_tsvector('simple', fold_name(name))) stored,
    field text not null,
    level text not null,
    created_at timestamptz not null
  )`);
  await sql('create index procedures_by_name on procedures using gin (name_search)');
  await sql(`create table procedure_versions (
    id uuid primary key default gen_random_uuid(),
    procedure_code text not null references procedures,
    version integer not null,
    content jsonb not null,
    sha256 text not null,
    form_version_id uuid not null references form_versions,
    diagram_version_id uuid not null references diagram_versions,
    result_template_version_id uuid references template_versions,
    effective_from_on date not null,
    effective_to_on date,
    source_decision text not null,
    published_at timestamptz not null,
    published_by text not null,
    unique (procedure_code, version)
  )`);
  await sql(`create table procedure_confirmations (
    procedure_version_id uuid primary key references procedure_versions,
    decision text not null,
    confirmed_at timestamptz not null,
    confirmed_by text not null
  )`);
  await sql(`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$`);
  for (const table of ['form_versions', 'template_versions', 'diagram_versions', 'procedure_versions'])
    await sql(`create trigger ${table}_immutable before update or delete on ${table} for each row execute function refuse_change()`);
  await sql(`create table books (
    id uuid primary key default gen_random_uuid(),
    agency_id integer not null references agencies,
    key text not null,
    kind text not null check (kind in ('register','result','letter')),
    name text not null,
    year integer not null,
    pattern text not null,
    keeper_duty text not null,
    last_number integer not null default 0,
    opened_on date not null,
    closed_on date,
    unique (agency_id, key, year)
  )`);
};

export const down: Migration = async ({ sql }) => {
  await sql(
    `drop table books, procedure_confirmations, procedure_versions, procedures, diagram_versions, template_versions, form_versions`,
  );
  await sql('drop function refuse_change()');
};
