import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context } from '../casework/context';
import { type CertificateHolding, type CertificateKeeping, registerCertificate } from '../commands/administration/register-certificate';
import { trustAuthority } from '../commands/administration/trust-authority';
import { createDemonstrationAuthority, type DemonstrationAuthority } from '../signing/demonstration-authority';
import { DEMONSTRATION_CENTRES, DEMONSTRATION_PIN, DEMONSTRATION_SEALS, DEMONSTRATION_STAFF } from './accounts';
import agencies from './agencies.json';
import { on } from './moment';
import { REFORM_DAY } from './province';
import { type SeededPost } from './staff';

const AUTHORITY = 'Cơ quan chứng thực trình diễn tỉnh Hà Tĩnh';
const KEY_BITS = 2048;
const YEARS_MS = 5 * 365 * 86_400_000;

type Holder = { kind: 'person'; userName: string } | { kind: 'agency' | 'centre-server'; agencyCode: string };
export type MadeCertificate = { holder: Holder; container: Buffer; image: Buffer };
export type MadeCertificates = { root: Buffer; certificates: MadeCertificate[] };

/**
 * Makes an authority that ends with this call, and certificates for the few who
 * sign and seal in the demonstration. Slow work: outside every transaction.
 */
export async function makeCertificates(templates: string, now: Date): Promise<MadeCertificates> {
  const validity = { from: new Date(`${REFORM_DAY}T00:00:00+07:00`), to: new Date(now.getTime() + YEARS_MS) };
  const authority = await createDemonstrationAuthority(AUTHORITY, validity, KEY_BITS);
  const wanted = [
    ...DEMONSTRATION_STAFF.flatMap(({ userName, fullName, agencyCode, signature }) =>
      signature
        ? [{ holder: { kind: 'person', userName } as const, name: fullName, organisation: nameOf(agencyCode), image: signature }]
        : [],
    ),
    ...DEMONSTRATION_SEALS.map(({ agencyCode, image }) => bodys({ kind: 'agency', agencyCode }, image)),
    ...DEMONSTRATION_CENTRES.map(({ agencyCode, image }) => bodys({ kind: 'centre-server', agencyCode }, image)),
  ];
  const images = join(templates, 'demonstration');
  const certificates = await Promise.all(
    wanted.map(async ({ holder, image, ...named }) => ({
      holder,
      container: await containerFor(authority, { ...named, validity }),
      image: await readFile(join(images, image)),
    })),
  );
  return { root: authority.root, certificates };
}

/** Registers what was made: the root first, then each holder's own. */
export async function seedCertificates(
  context: Context,
  { root, certificates }: MadeCertificates,
  { staff, keeping }: { staff: ReadonlyMap<string, SeededPost>; keeping: CertificateKeeping },
): Promise<void> {
  const then = on(context, REFORM_DAY);
  await trustAuthority(then, { certificate: root, isDemonstration: true });
  for (const { holder, container, image } of certificates)
    await registerCertificate(
      then,
      { holding: holdingOf(holder, staff), container, pin: DEMONSTRATION_PIN, image, isDemonstration: true },
      keeping,
    );
}

function bodys(holder: Extract<Holder, { agencyCode: string }>, image: string) {
  return { holder, name: nameOf(holder.agencyCode), image };
}

function nameOf(agencyCode: string): string {
  const agency = agencies.agencies.find(({ code }) => code === agencyCode);
  if (!agency) throw new Error(`no agency ${agencyCode}`);
  return agency.name;
}

async function containerFor(authority: DemonstrationAuthority, holder: Parameters<DemonstrationAuthority['issue']>[0]): Promise<Buffer> {
  return (await authority.issue(holder)).container(DEMONSTRATION_PIN);
}

function holdingOf(holder: Holder, staff: ReadonlyMap<string, SeededPost>): CertificateHolding {
  if (holder.kind !== 'person') return holder;
  const { staffId } = staff.get(holder.userName)!;
  return { kind: 'person', staffId };
}
