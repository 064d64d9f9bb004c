import { type Migration } from '../server/store/migrate';

/** People, their identity papers, organisations; and the accounts, posts and authorities that let somebody act. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table people (
    id uuid primary key default gen_random_uuid(),
    full_name text not null,
    name_search tsvector generated always as (to_tsvector('simple', fold_name(full_name))) stored,
    born_on date,
    born_text text,
    sex text check (sex in ('male','female','other')),
    nationality text not null default 'VN',
    phone text,
    email text,
    address jsonb,
    preferred_contact text check (preferred_contact in ('email','sms','call')),
    merged_into_id uuid references people,
    created_at timestamptz not null
  )`);
  await sql('create index people_by_name on people using gin (name_search)');
  await sql(`create table identity_papers (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references people,
    kind text not null check (kind in ('citizen-number','old-citizen-number','passport','foreign-paper')),
    number text not null,
    country text not null default 'VN',
    issued_on date,
    issued_by text,
    proved_at timestamptz,
    proved_by text,
    created_at timestamptz not null
  )`);
  await sql('create unique index identity_papers_proved on identity_papers (kind, country, number) where proved_at is not null');
  await sql('create index identity_papers_by_number on identity_papers (number)');
  await sql('create index identity_papers_by_person on identity_papers (person_id)');
  await sql(`create table organisations (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    name_search tsvector generated always as (to_tsvector('simple', fold_name(name))) stored,
    tax_code text unique,
    address jsonb,
    phone text,
    email text,
    created_at timestamptz not null
  )`);
  await sql('create index organisations_by_name on organisations using gin (name_search)');
  await sql(`create table representatives (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisations,
    person_id uuid not null references people,
    title text,
    valid_from_on date not null,
    valid_to_on date
  )`);
  await sql('create index representatives_by_person on representatives (person_id)');
  await sql(`create table accounts (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('staff','citizen')),
    user_name text unique,
    password_hash text,
    password_changed_at timestamptz,
    must_change_password boolean not null default false,
    display_name text not null,
    person_id uuid references people,
    verified_at timestamptz,
    verified_by text,
    identity_issuer text,
    identity_subject text,
    email text,
    phone text,
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    totp_last_step bigint,
    language text not null default 'vi' check (language in ('vi','en')),
    disabled_at timestamptz,
    disabled_reason text,
    last_signed_in_at timestamptz,
    created_at timestamptz not null,
    unique (identity_issuer, identity_subject)
  )`);
  await sql('create index accounts_by_person on accounts (person_id)');
  await sql(`create table recovery_codes (
    account_id uuid not null references accounts,
    code_hash text not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
  )`);
  await sql(`create table sessions (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references accounts,
    post_id uuid,
    refresh_hash text not null,
    previous_refresh_hash text,
    rotated_at timestamptz not null,
    assurance text not null,
    second_factor_at timestamptz,
    address_prefix text,
    device text,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_why text
  )`);
  await sql('create index sessions_open_by_account on sessions (account_id) where ended_at is null');
  await sql(`create table attempts (
    scope text not null,
    subject text not null,
    window_started_at timestamptz not null,
    count integer not null,
    locked_until_at timestamptz,
    primary key (scope, subject)
  )`);
  await sql(`create table sign_in_events (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account_id uuid references accounts,
    kind text not null,
    address_prefix text,
    facts jsonb not null default '{}'
  )`);
  await sql(`create table staff (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null unique references accounts,
    full_name text not null,
    title text,
    phone text,
    person_id uuid references people,
    created_at timestamptz not null
  )`);
  await sql(`create table kin (
    staff_id uuid not null references staff,
    person_id uuid not null references people,
    relation text not null,
    primary key (staff_id, person_id)
  )`);
  await sql(`create table posts (
    id uuid primary key default gen_random_uuid(),
    staff_id uuid not null references staff,
    agency_id integer not null references agencies,
    title text not null,
    duties text[] not null check (cardinality(duties) > 0),
    valid_from_on date not null,
    valid_to_on date,
    decision text,
    check (valid_to_on is null or valid_to_on > valid_from_on)
  )`);
  await sql('create index posts_by_staff on posts (staff_id)');
  await sql('create index posts_by_agency on posts (agency_id)');
  await sql('alter table sessions add foreign key (post_id) references posts');
  await sql(`create table certificates (
    id uuid primary key default gen_random_uuid(),
    holder text not null check (holder in ('person','agency','centre-server')),
    staff_id uuid references staff,
    agency_id integer references agencies,
    subject text not null,
    serial text not null,
    certificate bytea not null,
    key_container bytea,
    image_sha256 text,
    valid_from_at timestamptz not null,
    valid_to_at timestamptz not null,
    revoked_at timestamptz,
    demonstration boolean not null default false,
    created_at timestamptz not null,
    check ((holder = 'person') = (staff_id is not null)),
    check ((holder <> 'person') = (agency_id is not null))
  )`);
  await sql(`create table trust_anchors (
    id uuid primary key default gen_random_uuid(),
    subject text not null,
    certificate bytea not null,
    purpose text not null,
    valid_from_at timestamptz not null,
    valid_to_at timestamptz not null,
    demonstration boolean not null default false
  )`);
  await sql(`create table authorities (
    id uuid primary key default gen_random_uuid(),
    staff_id uuid not null references staff,
    agency_id integer not null references agencies,
    formula text not null check (formula in ('none','TM.','Q.','KT.','TL.','TUQ.')),
    position text not null,
    on_behalf_of text,
    scope text[] not null,
    decision text not null,
    valid_from_on date not null,
    valid_to_on date
  )`);
  await sql('create index authorities_by_staff on authorities (staff_id)');
};

export const down: Migration = async ({ sql }) => {
  await sql(`drop table authorities, trust_anchors, certificates, kin, sign_in_events, attempts, recovery_codes, sessions, posts, staff,
    accounts, representatives, organisations, identity_papers, people`);
};
