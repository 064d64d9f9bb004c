import { type Migration } from '../server/store/migrate';

/** Whoever was found to be somebody already on record is looked up at every request of a member of staff with declared kin. */
export const up: Migration = async ({ sql }) => {
  await sql('create index people_by_merged on people (merged_into_id) where merged_into_id is not null');
};

export const down: Migration = async ({ sql }) => {
  await sql('drop index people_by_merged');
};
