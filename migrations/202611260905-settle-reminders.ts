import { type Migration } from '../server/store/migrate';

/** A reminder lies with those who answer for the work until one of them says what was done about it. */
export const up: Migration = async ({ sql }) => {
  await sql(`alter table notices
    add settled_at timestamptz,
    add settled_by uuid references staff,
    add outcome text,
    add check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (outcome is null)),
    add check (settled_at is null or way = 'house')`);
  await sql('drop index notices_in_the_house');
  await sql(`create index notices_in_the_house on notices (agency_id, duty, at) where way = 'house' and settled_at is null`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop index notices_in_the_house');
  await sql('alter table notices drop settled_at, drop settled_by, drop outcome');
  await sql(`create index notices_in_the_house on notices (agency_id, duty, at) where way = 'house'`);
};
