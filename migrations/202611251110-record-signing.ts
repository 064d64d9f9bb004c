import { type Migration } from '../server/store/migrate';

/** Whose name a result bears, and what each signature was allowed to show: the check before release judges by it. */
export const up: Migration = async ({ sql }) => {
  await sql('alter table results add signer_id uuid references staff');
  await sql('alter table signatures add shown jsonb not null');
};

export const down: Migration = async ({ sql }) => {
  await sql('alter table signatures drop shown');
  await sql('alter table results drop signer_id');
};
