import { type Migration } from '../server/store/migrate';

/** Letters name the site where a dossier is followed; it is the body's own record, like its telephone. */
export const up: Migration = async ({ sql }) => {
  await sql('alter table agencies add website text');
};

export const down: Migration = async ({ sql }) => {
  await sql('alter table agencies drop website');
};
