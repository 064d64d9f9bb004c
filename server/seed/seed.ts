import { type Context } from '../casework/context';
import { type Act, type Perform } from '../casework/perform';
import { markSeeded } from '../commands/administration/mark-seeded';
import { recordContact } from '../commands/administration/record-contact';
import { type CertificateKeeping } from '../commands/administration/register-certificate';
import { findSeed } from '../queries/administration/seeded';
import { DEMONSTRATION_FACTOR_SECRET, DEMONSTRATION_PASSWORD } from './accounts';
import { seedBooks } from './books';
import { type MadeCertificates, makeCertificates, seedCertificates } from './certificates';
import { type KnownCitizen, seedCitizens } from './citizens';
import { seedDecidedCalendar, seedDemonstrationCalendar } from './office-calendar';
import { seedPastDossiers } from './past-dossiers';
import { PROVINCE_CODE, seedProvince } from './province';
import { seedPublications } from './publications';
import { readShipped, type Shipped, type ShippedFolders } from './shipped';
import { seedStaff } from './staff';

/** What an installation begins with: the bodies, the decided calendar and what ships; or with a whole demonstration on it. */
export type SeedScope = 'reference' | 'demonstration';

export type SeedParts = {
  perform: Perform;
  now: () => Date;
  folders: ShippedFolders;
  keeping: CertificateKeeping;
  hashPassword: (password: string) => Promise<string>;
  sealFactorSecret: (accountId: string, secret: string) => Buffer;
  /** The people of the identity stand-in. */
  citizens: readonly KnownCitizen[];
};

export type SeedOutcome = { isNew: boolean; scope: string; at: Date };

/** Nobody's number and nobody's site. */
const DEMONSTRATION_CONTACT = { agencyCode: PROVINCE_CODE, address: null, phone: '0239 3000 000', website: 'motcua.hatinh.example.vn' };

const SEED: Act = { actor: { kind: 'system', name: 'seed' }, endpoint: 'seed' };

/** Everything slow is made beforehand; the seed itself is one transaction of commands. */
type Made = { shipped: Shipped; demonstration: { certificates: MadeCertificates; passwordHash: string } | null };

/**
 * Fills an empty installation, once, through the office's own commands: whole or
 * not at all, whoever else starts at the same moment.
 */
export async function seedOnce(parts: SeedParts, scope: SeedScope): Promise<SeedOutcome> {
  const known = await find(parts);
  if (known) return { isNew: false, ...known };
  const made = await make(parts, scope);
  const { answer: isNew } = await parts.perform(SEED, async (context) => {
    if (!(await markSeeded(context, { scope }))) return false;
    await seed(context, parts, made);
    return true;
  });
  return { ...(await find(parts))!, isNew };
}

async function find({ perform }: SeedParts) {
  return (await perform(SEED, findSeed)).answer;
}

async function make(parts: SeedParts, scope: SeedScope): Promise<Made> {
  const shipped = readShipped(parts.folders);
  if (scope === 'reference') return { shipped: await shipped, demonstration: null };
  const [certificates, passwordHash] = await Promise.all([
    makeCertificates(parts.folders.templates, parts.now()),
    parts.hashPassword(DEMONSTRATION_PASSWORD),
  ]);
  return { shipped: await shipped, demonstration: { certificates, passwordHash } };
}

async function seed(context: Context, parts: SeedParts, { shipped, demonstration }: Made): Promise<void> {
  const agencies = await seedProvince(context);
  await seedDecidedCalendar(context);
  await seedPublications(context, shipped);
  if (!demonstration) return;
  const { certificates, passwordHash } = demonstration;
  await seedDemonstrationCalendar(context);
  await recordContact(context, DEMONSTRATION_CONTACT);
  await seedBooks(context, shipped.procedures);
  const sealFactorFor = (accountId: string) => parts.sealFactorSecret(accountId, DEMONSTRATION_FACTOR_SECRET);
  const staff = await seedStaff(context, { passwordHash, sealFactorFor });
  await seedCertificates(context, certificates, { staff, keeping: parts.keeping });
  const office = { staff, agencies };
  const citizens = await seedCitizens(context, parts.citizens, { passwordHash, office });
  await seedPastDossiers(context, office, citizens);
}
