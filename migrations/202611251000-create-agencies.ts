import { type Migration } from '../server/store/migrate';

/** Who works in the province, since when, and when they are open. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table agencies (
    id integer generated always as identity primary key,
    code text not null unique,
    kind text not null check (kind in ('province','department','division','land-office','district','commune','centre','post')),
    name text not null,
    parent_id integer references agencies,
    admin_code text,
    centre_id integer references agencies,
    address text,
    phone text,
    valid_from_on date not null,
    valid_to_on date,
    demonstration boolean not null default false,
    check (valid_to_on is null or valid_to_on > valid_from_on)
  )`);
  await sql('create index agencies_by_parent on agencies (parent_id)');
  await sql('create index agencies_by_admin_code on agencies (admin_code)');
  await sql(`create table agency_successors (
    former_id integer not null references agencies,
    successor_id integer not null references agencies,
    part text,
    primary key (former_id, successor_id)
  )`);
  await sql(`create table office_hours (
    id integer generated always as identity primary key,
    agency_id integer references agencies,
    valid_from_on date not null,
    hours jsonb not null,
    decision text not null,
    unique nulls not distinct (agency_id, valid_from_on)
  )`);
  await sql(`create table calendar_publications (
    id integer generated always as identity primary key,
    published_from_on date not null,
    published_through_on date not null,
    decision text not null,
    demonstration boolean not null default false,
    published_at timestamptz not null,
    published_by text not null
  )`);
  await sql(`create table calendar_days (
    on_date date not null,
    agency_id integer references agencies,
    kind text not null check (kind in ('off','make-up','closure')),
    name text not null,
    decision text not null,
    source text,
    moves_dates boolean not null default false,
    publication_id integer not null references calendar_publications,
    unique nulls not distinct (on_date, agency_id)
  )`);
  await sql(`create table settings (
    key text primary key,
    value jsonb not null,
    ground text,
    changed_at timestamptz not null,
    changed_by text not null
  )`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table settings, calendar_days, calendar_publications, office_hours, agency_successors, agencies');
};
