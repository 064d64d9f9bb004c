import { type Migration } from '../server/store/migrate';

/** What was told to whom by which way: applicants by message or call, staff in the house. No address and no name is kept here. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table notices (
    id uuid primary key default gen_random_uuid(),
    dossier_id uuid not null references dossiers,
    kind text not null,
    way text not null check (way in ('email','sms','call','house')),
    agency_id integer references agencies,
    duty text,
    at timestamptz not null,
    check ((way = 'house') = (agency_id is not null and duty is not null))
  )`);
  await sql('create index notices_by_dossier on notices (dossier_id, at)');
  await sql(`create index notices_in_the_house on notices (agency_id, duty, at) where way = 'house'`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table notices');
};
