import { type Migration } from '../server/store/migrate';

/** Fee lines and what was paid for them; parcels, their contents and what the carrier reports; calls that a clerk has to make. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table fee_lines (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    key text not null,
    kind text not null check (kind in ('phi','le-phi','copy','postage')),
    name text not null,
    wording text not null,
    amount_dong bigint not null check (amount_dong >= 0),
    due_when text not null check (due_when in ('filing','acceptance','return')),
    is_refundable boolean not null,
    refund_clause text,
    account text,
    exempt_ground text,
    exempted_by uuid references staff,
    state text not null check (state in ('not-due','due','waiting','settled','exempt','cancelled')),
    created_at timestamptz not null,
    unique (dossier_id, key)
  )`);
  await sql(`create table payments (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    amount_dong bigint not null check (amount_dong > 0),
    method text not null check (method in ('cash','transfer','gateway','cash-on-delivery')),
    reference text,
    receipt_number text,
    state text not null check (state in ('waiting','settled','refund-due','not-refundable','refunded','failed')),
    paid_at timestamptz not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    unique (method, reference)
  )`);
  await sql('create index payments_by_dossier on payments (dossier_id)');
  await sql(`create table payment_lines (
    payment_id uuid not null references payments,
    fee_line_id uuid not null references fee_lines,
    amount_dong bigint not null,
    primary key (payment_id, fee_line_id)
  )`);
  await sql(`create table postal_orders (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    direction text not null check (direction in ('to-office','to-home')),
    code text not null unique,
    carrier_code text,
    state text not null check (state in ('made','ordered','handed-over','moving','failed','returned','delivered','cancelled','lost')),
    contents jsonb not null,
    receiver jsonb not null,
    cash_on_delivery_dong bigint not null default 0,
    collected_dong bigint,
    attempts integer not null default 0,
    made_at timestamptz not null,
    handed_over_at timestamptz,
    finished_at timestamptz
  )`);
  await sql('create index postal_orders_by_dossier on postal_orders (dossier_id)');
  await sql(`create table parcel_events (
    id uuid primary key default gen_random_uuid(),
    postal_order_id uuid not null references postal_orders,
    kind text not null,
    attempt integer not null,
    source text not null,
    event_at timestamptz not null,
    received_at timestamptz not null,
    reason text,
    recipient_name text,
    recipient_paper text,
    recipient_relation text,
    collected_dong bigint,
    is_contradiction boolean not null default false,
    unique (postal_order_id, kind, attempt)
  )`);
  await sql(`create table returns (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    way text not null check (way in ('counter','online','post')),
    returned_at timestamptz not null,
    returned_by text not null,
    recipient_name text,
    recipient_paper text,
    recipient_number text,
    recipient_relation text,
    authorisation text,
    note text
  )`);
  await sql('create index returns_by_dossier on returns (dossier_id)');
  await sql(`create table calls (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    centre_id integer not null references agencies,
    reason text not null,
    made_at timestamptz not null,
    called_by uuid references staff,
    called_at timestamptz,
    outcome text
  )`);
  await sql('create index calls_open on calls (centre_id, made_at) where called_at is null');
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table calls, returns, parcel_events, postal_orders, payment_lines, payments, fee_lines');
};
