import { type Migration } from '../server/store/migrate';

/** Foreign codes are looked up without their source at the counter; the access log is read by its reader as well as by dossier. */
export const up: Migration = async ({ sql }) => {
  await sql('create index dossiers_by_outside_code on dossiers (outside_code) where outside_code is not null');
  await sql('create index access_log_by_staff on access_log (staff_id, at, id)');
  await sql('create index access_log_by_time on access_log (at, id)');
};

export const down: Migration = async ({ sql }) => {
  await sql('drop index access_log_by_time');
  await sql('drop index access_log_by_staff');
  await sql('drop index dossiers_by_outside_code');
};
