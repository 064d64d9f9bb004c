import { type Migration } from '../../../server/store/migrate';

export const up: Migration = async ({ sql }) => {
  await sql('create table half_done (id integer)');
  await sql('select 1 / 0');
};
export const down: Migration = ({ sql }) => sql('drop table half_done');
