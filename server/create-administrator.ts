import { join } from 'node:path';
import { buildParts } from './casework/build-parts';
import { type Context } from './casework/context';
import { type Act, performing } from './casework/perform';
import { createStaff } from './commands/administration/create-staff';
import { givePost } from './commands/administration/give-post';
import { readConfig } from './config';
import { UserName } from './contract/access-shapes';
import { localDateOf } from './domain/local-time';
import { Refusal } from './domain/refusal';
import { StartRefusal } from './domain/start-refusal';
import { openDiskStore } from './files/disk-store';
import { projectFolders } from './folders';
import { openHouseKeys } from './house-keys';
import { makeOneTimePassword } from './http/one-time-password';
import { openPasswords } from './http/passwords';
import { openDatabases } from './open-databases';
import { findAdministrators } from './queries/administration/administrators';
import { runProcess, type Life } from './run-process';
import { PROVINCE_CODE } from './seed/province';
import { seedInstallation } from './seed-installation';
import { startClock } from './start-clock';
import { migrateUp } from './store/migrate';

void runProcess(createAdministrator);

const OPERATOR: Act = { actor: { kind: 'system', name: 'operator' }, endpoint: 'admin:create' };

type Wanted = { userName: string; fullName: string; isAnother: boolean };

/** `admin:create USERNAME "Full name"` makes the first administrator; with `--another`, one more. */
async function createAdministrator(life: Life): Promise<void> {
  const wanted = readWanted(process.argv.slice(2));
  const config = readConfig();
  const folders = projectFolders(__dirname);
  const clock = startClock();
  const { ownerUrl, appRole, app, dataDirectory } = await openDatabases(config, life, 'beside');
  await migrateUp({ ownerUrl, appRole, folder: folders.migrations });
  const { perform } = performing(app, buildParts(clock));
  const keys = await openHouseKeys(config, dataDirectory);
  const files = await openDiskStore(join(dataDirectory, 'files'));
  await seedInstallation(config, { perform, clock, folders, keys, files });

  const password = makeOneTimePassword();
  const passwordHash = await openPasswords().hash(password);
  await perform(OPERATOR, (context) => enter(context, wanted, passwordHash)).catch(sayTaken(wanted));
  console.log(`Đã tạo quản trị viên ${wanted.userName} (the administrator was made).`);
  console.log(`Mật khẩu dùng một lần, chỉ hiện ở đây (one-time password, shown only here): ${password}`);
  console.log('Lần đăng nhập đầu: đổi mật khẩu, rồi đăng ký ứng dụng tạo mã (TOTP); chưa có mã thì chưa quản trị được.');
  console.log('(At the first sign-in: change the password, then enrol an authenticator; without its code nothing can be administered.)');
}

function readWanted([userName = '', fullName = '', flag, ...rest]: string[]): Wanted {
  const name = UserName.safeParse(userName);
  const isReadable = name.success && fullName.trim() !== '' && (flag === undefined || flag === '--another') && rest.length === 0;
  if (!isReadable)
    throw new StartRefusal('bad-argument', {
      wantedVi: 'TÊN_ĐĂNG_NHẬP "Họ và tên" [--another]; tên đăng nhập chỉ gồm chữ không dấu, số và ._@+-',
      wantedEn: 'USERNAME "Full name" [--another]; a user name holds letters, digits and ._@+-',
    });
  return { userName: name.data, fullName: fullName.normalize('NFC').trim(), isAnother: flag === '--another' };
}

async function enter(context: Context, { userName, fullName, isAnother }: Wanted, passwordHash: string): Promise<void> {
  const known = await findAdministrators(context);
  if (known.length && !isAnother) throw new StartRefusal('administrator-exists', { names: known.join(', ') });
  const title = 'Quản trị hệ thống';
  const staffId = await createStaff(context, {
    userName,
    passwordHash,
    mustChangePassword: true,
    fullName,
    title,
    phone: null,
  });
  const validFromOn = localDateOf(context.now);
  await givePost(context, {
    staffId,
    agencyCode: PROVINCE_CODE,
    title,
    duties: ['administrator'],
    validFromOn,
    validToOn: null,
    decision: null,
  });
}

function sayTaken({ userName }: Wanted): (reason: unknown) => never {
  return (reason) => {
    throw reason instanceof Refusal && reason.code === 'already-exists' ? new StartRefusal('user-name-taken', { userName }) : reason;
  };
}
