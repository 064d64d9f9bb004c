import { type Migration } from '../server/store/migrate';

/**
 * The dossier itself is nearly insert-once; what moves often (tasks, journal,
 * position) lives beside it, so that no status sits in an index.
 */
export const up: Migration = async ({ sql }) => {
  await sql(`create table drafts (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references accounts,
    procedure_code text not null references procedures,
    procedure_version_id uuid not null references procedure_versions,
    case_key text not null,
    answers jsonb not null default '{}',
    return_way text check (return_way in ('counter','online','post')),
    return_address jsonb,
    centre_id integer references agencies,
    version integer not null default 1,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    discarded_at timestamptz,
    dossier_id uuid
  )`);
  await sql('create index drafts_open_by_account on drafts (account_id, saved_at desc) where dossier_id is null and discarded_at is null');
  await sql(`create table dossiers (
    id uuid primary key default gen_random_uuid(),
    code text unique,
    outside_source text,
    outside_code text,
    procedure_code text not null references procedures,
    procedure_version_id uuid not null references procedure_versions,
    diagram_version_id uuid not null references diagram_versions,
    case_key text not null,
    channel text not null check (channel in ('online','counter','post')),
    centre_id integer not null references agencies,
    agency_id integer not null references agencies,
    owner_person_id uuid references people,
    owner_organisation_id uuid references organisations,
    owner_name text not null,
    owner_search tsvector generated always as (to_tsvector('simple', fold_name(owner_name))) stored,
    owner_number text,
    owner_phone text,
    submitter_person_id uuid references people,
    submitter_account_id uuid references accounts,
    submitter_name text not null,
    submitter_relation text,
    answers jsonb not null,
    return_way text not null check (return_way in ('counter','online','post')),
    return_address jsonb,
    officer_id uuid references staff,
    is_same_day boolean not null,
    is_receipt_wanted boolean not null default false,
    time_limit jsonb,
    created_at timestamptz not null,
    submitted_at timestamptz not null,
    accepted_at timestamptz,
    received_at timestamptz,
    due_at timestamptz,
    answer_due_at timestamptz,
    finished_at timestamptz,
    status smallint not null check (status between 1 and 10),
    sub_status text,
    version integer not null default 1,
    unique (outside_source, outside_code),
    check (owner_person_id is not null or owner_organisation_id is not null)
  ) with (fillfactor = 85)`);
  await sql('create index dossiers_by_owner_name on dossiers using gin (owner_search)');
  await sql('create index dossiers_by_owner_number on dossiers (owner_number)');
  await sql('create index dossiers_by_owner_phone on dossiers (owner_phone)');
  await sql('create index dossiers_by_owner on dossiers (owner_person_id)');
  await sql('create index dossiers_by_organisation on dossiers (owner_organisation_id)');
  await sql('create index dossiers_by_submitter on dossiers (submitter_account_id, submitted_at desc)');
  await sql('create index dossiers_by_agency on dossiers (agency_id, submitted_at desc, id)');
  await sql('create index dossiers_by_centre on dossiers (centre_id, submitted_at desc, id)');
  await sql('alter table drafts add foreign key (dossier_id) references dossiers');
  await sql(`create table files (
    id uuid primary key default gen_random_uuid(),
    sha256 text not null,
    byte_size bigint not null,
    kind text not null,
    page_count integer,
    display_name text not null,
    scan text not null check (scan in ('clean','unscanned','held')),
    inspection jsonb,
    added_at timestamptz not null,
    added_by text not null
  )`);
  await sql('create index files_by_hash on files (sha256)');
  await sql(`create table components (
    id uuid primary key default gen_random_uuid(),
    draft_id uuid references drafts,
    dossier_id uuid references dossiers,
    key text not null,
    name text not null,
    position integer not null,
    is_required boolean not null,
    originals integer not null default 0,
    certified_copies integer not null default 0,
    photocopies integer not null default 0,
    is_electronic boolean not null default false,
    check_state text not null default 'unchecked' check (check_state in ('unchecked','good','missing','wrong')),
    check_note text,
    reused_from_id uuid references components,
    check ((draft_id is null) <> (dossier_id is null))
  )`);
  await sql('create unique index components_of_draft on components (draft_id, key) where draft_id is not null');
  await sql('create unique index components_of_dossier on components (dossier_id, key) where dossier_id is not null');
  await sql(`create table component_files (
    component_id uuid not null references components,
    file_id uuid not null references files,
    position integer not null,
    added_at timestamptz not null,
    removed_at timestamptz,
    primary key (component_id, file_id)
  )`);
  await sql(`create table uploads (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references accounts,
    draft_id uuid references drafts,
    dossier_id uuid references dossiers,
    component_key text not null,
    display_name text not null,
    byte_size bigint not null,
    sha256 text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    file_id uuid references files,
    check ((draft_id is null) <> (dossier_id is null))
  )`);
  await sql('create index uploads_open on uploads (started_at) where finished_at is null');
  await sql('create table counters (key text primary key, value integer not null)');
  await sql(`create table register_entries (
    book_id uuid not null references books,
    number integer not null,
    dossier_id uuid not null unique references dossiers,
    entered_at timestamptz not null,
    primary key (book_id, number)
  )`);
};

export const down: Migration = async ({ sql }) => {
  await sql('alter table drafts drop constraint drafts_dossier_id_fkey');
  await sql('drop table register_entries, counters, uploads, component_files, components, files, dossiers, drafts');
};
