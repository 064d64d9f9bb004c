import { type Migration } from '../server/store/migrate';

/** Events of the outside that still have to be worked off are found without reading all that ever came in. */
export const up: Migration = async ({ sql }) => {
  await sql('create index inbox_waiting on inbox (source, received_at) where outcome is null');
};

export const down: Migration = async ({ sql }) => {
  await sql('drop index inbox_waiting');
};
