import { type Migration } from '../server/store/migrate';

/** Extensions, and the one function that folds Vietnamese names for search: the database alone normalises, so that no twin can differ. */
export const up: Migration = async ({ sql }) => {
  await sql('create extension if not exists unaccent');
  await sql('create extension if not exists pg_trgm');
  await sql('create extension if not exists btree_gist');
  await sql(`create function fold_name(name text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize(name, NFC)))`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop function fold_name(text)');
  await sql('drop extension btree_gist');
  await sql('drop extension pg_trgm');
  await sql('drop extension unaccent');
};
