import { type Migration } from '../server/store/migrate';

/** A fee that the council has not decided is unknown, not free: its amount is empty until the decision is entered. */
export const up: Migration = async ({ sql }) => {
  await sql('alter table fee_lines alter amount_dong drop not null');
};

export const down: Migration = async ({ sql }) => {
  await sql('alter table fee_lines alter amount_dong set not null');
};
