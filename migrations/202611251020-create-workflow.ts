import { type Migration } from '../server/store/migrate';

/** Where each dossier stands, who is waited for, what happened, and what still has to leave the building. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table instances (
    dossier_id uuid primary key references dossiers,
    diagram_version_id uuid not null references diagram_versions,
    version integer not null,
    state bytea,
    state_sha256 text,
    active text,
    engine_version text not null,
    facts jsonb not null,
    done_elements text[] not null default '{}',
    status text not null check (status in ('running','ended','incident'))
  ) with (fillfactor = 70)`);
  await sql(`create table tasks (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    element_id text not null,
    execution_id text not null,
    kind text not null check (kind in ('user','service','timer','message')),
    name text,
    act text,
    duty text,
    agency_id integer references agencies,
    message text,
    topic text,
    form text,
    template text,
    limit_text text,
    instance_index integer,
    instance_key text,
    assignee_id uuid references staff,
    assigned_at timestamptz,
    due_at timestamptz,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    unique (dossier_id, execution_id)
  ) with (fillfactor = 85)`);
  await sql(`create index tasks_open_worklist on tasks (agency_id, duty, due_at, id) where closed_at is null and kind = 'user'`);
  await sql(`create index tasks_open_mine on tasks (assignee_id, due_at, id) where closed_at is null and kind = 'user'`);
  await sql('create index tasks_open_of_dossier on tasks (dossier_id) where closed_at is null');
  await sql(`create index tasks_timers_due on tasks (due_at) where closed_at is null and kind = 'timer' and due_at is not null`);
  await sql(`create table journal (
    id bigint generated always as identity primary key,
    dossier_id uuid not null references dossiers,
    number integer not null,
    act text not null,
    task_id uuid,
    actor_kind text not null check (actor_kind in ('staff','citizen','system','carrier')),
    actor_id text,
    actor_name text not null,
    post_id uuid,
    agency_id integer,
    at timestamptz not null,
    facts jsonb not null,
    previous_hash text not null,
    hash text not null,
    unique (dossier_id, number)
  )`);
  await sql('create trigger journal_append_only before update or delete on journal for each row execute function refuse_change()');
  await sql('alter table journal enable always trigger journal_append_only');
  await sql(`create table pauses (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    kind text not null,
    ground text,
    from_at timestamptz not null,
    to_at timestamptz,
    check (to_at is null or to_at >= from_at)
  )`);
  await sql('create unique index pauses_one_open on pauses (dossier_id) where to_at is null');
  await sql('create index pauses_by_dossier on pauses (dossier_id)');
  await sql(`create table requests (
    actor text not null,
    key text not null,
    endpoint text not null,
    body_sha256 text not null,
    status integer not null,
    answer jsonb,
    at timestamptz not null,
    primary key (actor, key)
  )`);
  await sql('create index requests_by_age on requests (at)');
  await sql(`create table outbox (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid references dossiers,
    execution_id text,
    topic text not null,
    payload jsonb not null,
    created_at timestamptz not null,
    available_at timestamptz not null,
    attempts integer not null default 0,
    leased_until_at timestamptz,
    last_fault text,
    done_at timestamptz,
    dead_at timestamptz,
    unique (dossier_id, execution_id)
  ) with (fillfactor = 80)`);
  await sql('create index outbox_waiting on outbox (available_at) where done_at is null and dead_at is null');
  await sql('create index outbox_dead on outbox (dead_at) where dead_at is not null');
  await sql(`create table inbox (
    source text not null,
    event_id text not null,
    received_at timestamptz not null,
    payload jsonb not null,
    outcome text,
    primary key (source, event_id)
  )`);
  await sql(`create table incidents (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid references dossiers,
    kind text not null,
    facts jsonb not null,
    opened_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by text,
    resolution text
  )`);
  await sql('create index incidents_open on incidents (opened_at) where resolved_at is null');
  await sql(`create table access_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    staff_id uuid not null references staff,
    post_id uuid,
    endpoint text not null,
    dossier_id uuid,
    person_id uuid,
    found integer
  )`);
  await sql('create index access_log_by_dossier on access_log (dossier_id, at)');
  await sql('create trigger access_log_append_only before update or delete on access_log for each row execute function refuse_change()');
  await sql(`create table statistics_deltas (
    id bigint generated always as identity primary key,
    on_date date not null,
    agency_id integer not null,
    procedure_code text not null,
    channel text not null,
    measure text not null,
    amount integer not null
  )`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table statistics_deltas, access_log, incidents, inbox, outbox, requests, pauses, journal, tasks, instances');
};
