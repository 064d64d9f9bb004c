import { type Migration } from '../server/store/migrate';

/** Results on paper (R35): printed, signed and sealed by hand, scanned back; who did which, and when. */
export const up: Migration = async ({ sql }) => {
  await sql(`create table wet_originals (
    result_id uuid primary key references results,
    printed_sha256 text not null,
    printed_by uuid not null references staff,
    printed_at timestamptz not null,
    originals integer not null check (originals between 1 and 50),
    blank_numbers text,
    spoiled integer not null default 0 check (spoiled >= 0),
    signed_by uuid references staff,
    signed_at timestamptz,
    authority_id uuid references authorities,
    authority_text text,
    sealed_by uuid references staff,
    sealed_at timestamptz,
    scan_file_id uuid references files,
    scanned_by uuid references staff,
    scanned_at timestamptz,
    check ((signed_by is null) = (signed_at is null) and (sealed_by is null) = (sealed_at is null)),
    check (sealed_by is null or sealed_by <> signed_by),
    check ((scanned_by is null) = (scanned_at is null) and (scanned_at is null or scan_file_id is not null))
  )`);
};

export const down: Migration = async ({ sql }) => {
  await sql('drop table wet_originals');
};
