import { type Context } from '../../casework/context';
import { refuseUnless } from '../../domain/refusal';
import { findAccountByUserName, insertAccount } from '../../store/accounts';
import { insertStaffMember } from '../../store/staff';

export type CreateStaff = {
  userName: string;
  /** Hashed before the act: hashing is slow work and holds no transaction. */
  passwordHash: string;
  mustChangePassword: boolean;
  fullName: string;
  title: string | null;
  phone: string | null;
};

/** Opens the account of a member of staff: one person, one account. Answers the staff id. */
export async function createStaff({ tx, now }: Context, input: CreateStaff): Promise<string> {
  refuseUnless(!(await findAccountByUserName(tx, input.userName)), 'already-exists', {
    what: { vi: `tên đăng nhập ${input.userName}`, en: `The user name ${input.userName}` },
  });
  const account = await insertAccount(tx, {
    kind: 'staff',
    userName: input.userName,
    passwordHash: input.passwordHash,
    passwordChangedAt: now,
    mustChangePassword: input.mustChangePassword,
    displayName: input.fullName,
    createdAt: now,
  });
  const { id } = await insertStaffMember(tx, {
    accountId: account.id,
    fullName: input.fullName,
    title: input.title,
    phone: input.phone,
    createdAt: now,
  });
  return id;
}
