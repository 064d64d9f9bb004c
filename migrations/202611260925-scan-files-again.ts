import { type Migration } from '../server/store/migrate';

/** A file that the scanner could not judge is judged again: when it was last tried, and whether it was refused then. */
export const up: Migration = async ({ sql }) => {
  await sql(`alter table files add scan_tried_at timestamptz, drop constraint files_scan_check,
    add constraint files_scan_check check (scan in ('clean','unscanned','held','infected'))`);
  await sql(`create index files_to_scan on files (scan_tried_at nulls first, id) where scan in ('held','unscanned')`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop index files_to_scan');
  await sql(`update files set scan = 'held' where scan = 'infected'`);
  await sql(`alter table files drop scan_tried_at, drop constraint files_scan_check,
    add constraint files_scan_check check (scan in ('clean','unscanned','held'))`);
};
