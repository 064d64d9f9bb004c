import { type Migration } from '../server/store/migrate';

/** What the office writes on the way: supplements, proposals, extensions, withdrawals, hand-overs, letters, results and their signatures. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table supplements (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    phase text not null check (phase in ('intake','appraisal')),
    number integer not null,
    state text not null check (state in ('proposed','approved','returned','issued','answered','complete','incomplete','cancelled')),
    reason text not null,
    ground text,
    items jsonb not null,
    answer_until_on date,
    answer_clause text,
    proposed_by uuid references staff,
    proposed_at timestamptz not null,
    approved_by uuid references staff,
    approved_at timestamptz,
    issued_at timestamptz,
    answered_at timestamptz,
    answer jsonb,
    checked_at timestamptz,
    unique (dossier_id, phase, number)
  )`);
  await sql(`create table proposals (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    outcome text not null check (outcome in ('grant','refuse','stop')),
    reason text,
    ground text,
    opinion text,
    state text not null check (state in ('proposed','agreed','back','decided','replaced')),
    proposed_by uuid not null references staff,
    proposed_at timestamptz not null,
    reviewed_by uuid references staff,
    reviewed_at timestamptz,
    review_note text
  )`);
  await sql('create index proposals_by_dossier on proposals (dossier_id)');
  await sql(`create table extensions (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    kind text not null check (kind in ('extension','apology')),
    state text not null check (state in ('drafted','signed','delivered','dropped')),
    reason text not null,
    old_due_at timestamptz not null,
    new_due_at timestamptz not null,
    added_limit text not null,
    drafted_by uuid not null references staff,
    drafted_at timestamptz not null,
    signed_by uuid references staff,
    signed_at timestamptz,
    letter_id uuid,
    delivered_at timestamptz
  )`);
  await sql(`create unique index extensions_once on extensions (dossier_id) where kind = 'extension' and state <> 'dropped'`);
  await sql(`create table withdrawals (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    reason text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    state text not null check (state in ('asked','consented','refused')),
    decided_by uuid references staff,
    decided_at timestamptz,
    decision_note text
  )`);
  await sql(`create unique index withdrawals_one_open on withdrawals (dossier_id) where state = 'asked'`);
  await sql(`create table hand_overs (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('forward','result','post')),
    from_agency_id integer not null references agencies,
    to_agency_id integer not null references agencies,
    given_by uuid not null references staff,
    given_at timestamptz not null
  )`);
  await sql(`create table hand_over_items (
    hand_over_id uuid not null references hand_overs,
    dossier_id uuid not null references dossiers,
    papers jsonb not null,
    received_by uuid references staff,
    received_at timestamptz,
    returned_at timestamptz,
    returned_reason text,
    primary key (hand_over_id, dossier_id)
  )`);
  await sql('create index hand_over_items_by_dossier on hand_over_items (dossier_id)');
  await sql(`create table custody_events (
    id bigint generated always as identity primary key,
    dossier_id uuid not null references dossiers,
    what text not null,
    holder text not null,
    holder_name text not null,
    at timestamptz not null,
    journal_number integer not null
  )`);
  await sql('create index custody_by_dossier on custody_events (dossier_id, id)');
  await sql('create trigger custody_append_only before update or delete on custody_events for each row execute function refuse_change()');
  await sql(`create table letters (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    form text not null,
    template_version_id uuid not null references template_versions,
    number text,
    facts jsonb not null,
    file_sha256 text not null,
    byte_size bigint not null,
    is_sealed boolean not null,
    reprint_of_id uuid references letters,
    issued_at timestamptz not null
  )`);
  await sql('create index letters_by_dossier on letters (dossier_id)');
  await sql(`create table results (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    proposal_id uuid references proposals,
    outcome text not null check (outcome in ('grant','refuse','stop')),
    kind text not null check (kind in ('electronic','paper')),
    template_version_id uuid not null references template_versions,
    facts jsonb not null,
    state text not null check (state in ('draft','submitted','signed','sealed','void')),
    position integer not null default 1,
    base_sha256 text,
    signed_sha256 text,
    signed_length bigint,
    sealed_sha256 text,
    sealed_length bigint,
    book_id uuid references books,
    number integer,
    number_text text,
    issued_on date,
    drafted_by uuid not null references staff,
    drafted_at timestamptz not null,
    voided_at timestamptz,
    voided_by uuid references staff,
    void_reason text,
    released_at timestamptz,
    version integer not null default 1
  )`);
  await sql('create index results_by_dossier on results (dossier_id)');
  await sql(`create table book_entries (
    book_id uuid not null references books,
    number integer not null,
    result_id uuid references results,
    letter_id uuid references letters,
    issued_on date not null,
    entered_at timestamptz not null,
    cancelled_at timestamptz,
    cancel_reason text,
    primary key (book_id, number)
  )`);
  await sql(`create table signature_batches (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('sign','seal')),
    staff_id uuid not null references staff,
    post_id uuid not null references posts,
    requested_at timestamptz not null
  )`);
  await sql(`create table signature_requests (
    id uuid primary key default gen_random_uuid(),
    batch_id uuid not null references signature_batches,
    result_id uuid not null references results,
    dossier_id uuid not null references dossiers,
    role text not null check (role in ('leader','agency')),
    staff_id uuid not null references staff,
    certificate_id uuid not null references certificates,
    authority_id uuid references authorities,
    document_sha256 text not null,
    state text not null check (state in ('waiting','working','done','failed','pin-needed')),
    refusal text,
    facts jsonb,
    leased_until_at timestamptz,
    attempts integer not null default 0,
    requested_at timestamptz not null,
    finished_at timestamptz
  )`);
  await sql(
    `create unique index signature_requests_one_open on signature_requests (result_id, role) where state in ('waiting','working','pin-needed')`,
  );
  await sql('create index signature_requests_by_batch on signature_requests (batch_id)');
  await sql(`create table signatures (
    id uuid primary key default gen_random_uuid(),
    result_id uuid not null references results,
    role text not null check (role in ('leader','agency')),
    staff_id uuid not null references staff,
    certificate_id uuid not null references certificates,
    authority_id uuid references authorities,
    authority_text text,
    document_sha256 text not null,
    document_length bigint not null,
    signed_at timestamptz not null,
    voided_at timestamptz
  )`);
  await sql('create index signatures_by_result on signatures (result_id)');
  await sql('alter table extensions add foreign key (letter_id) references letters');
};

export const down: Migration = async ({ sql }) => {
  await sql('alter table extensions drop constraint extensions_letter_id_fkey');
  await sql(`drop table signatures, signature_requests, signature_batches, book_entries, results, letters, custody_events, hand_over_items,
    hand_overs, withdrawals, extensions, proposals, supplements`);
};
