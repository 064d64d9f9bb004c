import { type Migration } from '../server/store/migrate';

/** Money that went back: how much of which payment, why, and who gave it. Written once. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table refunds (
    id uuid primary key default gen_random_uuid(),
    payment_id uuid not null references payments,
    amount_dong bigint not null check (amount_dong > 0),
    method text not null check (method in ('cash','transfer')),
    reference text,
    receiver text not null,
    reason text not null,
    refunded_by uuid not null references staff,
    refunded_at timestamptz not null,
    check (method = 'cash' or reference is not null),
    unique (method, reference)
  )`);
  await sql('create index refunds_by_payment on refunds (payment_id)');
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table refunds');
};
