import { type Migration } from '../server/store/migrate';

/** Why a certificate is not used any more, and who said so. */
export const up: Migration = async ({ sql }) => {
  await sql(`alter table certificates add revoked_by uuid references staff, add revoke_reason text,
    add check (revoked_at is not null or (revoked_by is null and revoke_reason is null))`);
};

export const down: Migration = async ({ sql }) => {
  await sql('alter table certificates drop revoked_by, drop revoke_reason');
};
