import { type Transaction } from 'sequelize';
import { type SeedOutcome, seedOnce } from '../../server/seed/seed';
import { DEMONSTRATION_CITIZEN_ACCOUNTS, DEMONSTRATION_PIN, DEMONSTRATION_STAFF } from '../../server/seed/accounts';
import { accountsTable } from '../../server/seed/accounts-table';
import { openLocalSigner } from '../../server/signing/signer';
import { findAccountByUserName } from '../../server/store/accounts';
import { findAgencyByCode, listAgenciesOn, successorsOf } from '../../server/store/agencies';
import { findAuthority } from '../../server/store/authorities';
import { findBook } from '../../server/store/books';
import { findCertificateOf, findSealOf, findServerCertificateOf, listTrustAnchors } from '../../server/store/certificates';
import { findPersonByPaper } from '../../server/store/identity-papers';
import { readCalendarRows } from '../../server/store/office-calendar';
import { findVersionInForce } from '../../server/store/procedures';
import { findStaffMemberByAccount, postsOf } from '../../server/store/staff';
import { useDatabase } from '../support/database';
import { seedingOn } from '../support/seeding';

jest.setTimeout(120_000);

const database = useDatabase();
const NOW = new Date('2026-11-25T02:00:00Z');
const TODAY = '2026-11-25';
const transaction = <Answer>(work: (tx: Transaction) => Promise<Answer>) => database.sequelize.transaction(work);

let parts: Awaited<ReturnType<typeof seedingOn>>;
let outcomes: SeedOutcome[];
beforeAll(async () => {
  parts = await seedingOn(database.sequelize, () => NOW);
  outcomes = await Promise.all([seedOnce(parts, 'demonstration'), seedOnce(parts, 'demonstration')]);
});

test('of two that start at the same moment, one seeds', () => {
  expect(outcomes.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  expect(outcomes.map(({ scope }) => scope)).toEqual(['demonstration', 'demonstration']);
});

test('a second seed changes nothing', async () => {
  const before = await contents();
  expect(await seedOnce(parts, 'demonstration')).toEqual({ isNew: false, scope: 'demonstration', at: NOW });
  expect(await contents()).toEqual(before);
});

test('the province has its 69 communes, each with a centre, and its departments', async () => {
  await transaction(async (tx) => {
    const today = await listAgenciesOn(tx, TODAY);
    const communes = today.filter(({ kind }) => kind === 'commune');
    expect(today).toHaveLength(158);
    expect(communes).toHaveLength(69);
    const centres = new Map(today.filter(({ kind }) => kind === 'centre').map((centre) => [centre.id, centre]));
    for (const { id, centreId } of communes) expect(centres.get(centreId!)?.parentId).toBe(id);
  });
});

test('a unit that ended leads to whoever took over the next day, one step at a time', async () => {
  await transaction(async (tx) => {
    const successors = async (code: string) => {
      const { id } = (await findAgencyByCode(tx, code))!;
      return (await successorsOf(tx, id)).map((one) => one.code);
    };
    expect(await successors('H27.F18103-20191231')).toEqual(['H27.F18103-20241231']);
    expect(await successors('H27.F18103-20241231')).toEqual(['H27.F18103-20250630']);
    expect(await successors('H27.D437')).toEqual(['H27.18115', 'H27.18118']);
  });
});

test('everybody on the list has a post with these duties, and the second factor where signing or administering asks for it', async () => {
  await transaction(async (tx) => {
    for (const { userName, agencyCode, duties } of DEMONSTRATION_STAFF) {
      const account = (await findAccountByUserName(tx, userName))!;
      const member = (await findStaffMemberByAccount(tx, account.id))!;
      expect(await postsOf(tx, member.id, TODAY)).toMatchObject([{ agencyCode, duties }]);
      const isGuarded = ['leader', 'clerical-officer', 'administrator'].some((duty) => (duties as readonly string[]).includes(duty));
      expect(account.totpConfirmedAt !== null).toBe(isGuarded);
    }
  });
});

test('the list that is printed names everybody who may sign in', async () => {
  const { rows } = await accounts();
  const lines = accountsTable().join('\n');
  for (const { user_name } of rows) expect(lines).toContain(`  ${user_name} `);
  expect(rows).toHaveLength(DEMONSTRATION_STAFF.length + DEMONSTRATION_CITIZEN_ACCOUNTS.length);
});

test('leaders hold the pen of their agency, with a certificate that the printed PIN opens', async () => {
  await transaction(async (tx) => {
    for (const { userName, signsAs } of DEMONSTRATION_STAFF.filter((one) => one.signsAs)) {
      const agency = (await findAgencyByCode(tx, signsAs!.agencyCode))!;
      const account = (await findAccountByUserName(tx, userName))!;
      const { id: staffId } = (await findStaffMemberByAccount(tx, account.id))!;
      expect(await findAuthority(tx, { staffId, agencyId: agency.id, scope: '2.000635', onDate: TODAY })).toBeDefined();
      const { keyContainer, imageSha256 } = (await findCertificateOf(tx, staffId, NOW))!;
      expect(openLocalSigner(keyContainer!, DEMONSTRATION_PIN).chain).toHaveLength(1);
      expect(await parts.keeping.files.find(imageSha256!)).toBeDefined();
      expect(openLocalSigner((await findSealOf(tx, agency.id, NOW))!.keyContainer!, DEMONSTRATION_PIN).chain).toHaveLength(1);
    }
    expect(await listTrustAnchors(tx)).toHaveLength(1);
  });
});

test('the certificate of a centre opens for the server, and not with the PIN that everybody knows', async () => {
  await transaction(async (tx) => {
    for (const code of ['H27.18073.TT', 'H27.TTPVHCC']) {
      const centre = (await findAgencyByCode(tx, code))!;
      const { keyContainer } = (await findServerCertificateOf(tx, centre.id, NOW))!;
      expect(openLocalSigner(keyContainer!, parts.keeping.centrePin).chain).toHaveLength(1);
      expect(() => openLocalSigner(keyContainer!, DEMONSTRATION_PIN)).toThrow('pin-wrong');
    }
  });
});

test('books of last year and of this one are open where the demonstration works', async () => {
  await transaction(async (tx) => {
    const open = async (code: string, key: string) => {
      const { id: agencyId } = (await findAgencyByCode(tx, code))!;
      return Promise.all([2025, 2026].map(async (year) => (await findBook(tx, { agencyId, key, year }))?.closedOn));
    };
    for (const [code, key] of [
      ['H27.18073', 'civil-status-copies'],
      ['H27.18073', 'outgoing'],
      ['H27.18073.TT', 'register'],
      ['H27.STP', 'lawyer-registrations'],
      ['H27.TTPVHCC', 'register'],
      ['H27.TTPVHCC', 'form-04'],
    ] as const)
      expect([code, key, await open(code, key)]).toEqual([code, key, [null, null]]);
  });
});

test('the modelled procedures are in force from their first day, published the day before', async () => {
  await transaction(async (tx) => {
    for (const code of ['2.000635', '1.002153']) {
      const version = await findVersionInForce(tx, code, '2026-01-01');
      expect(version).toMatchObject({ version: 1, confirmedAt: null, publishedBy: 'seed' });
      expect(version!.publishedAt).toEqual(new Date('2025-12-31T01:00:00Z'));
    }
  });
});

test('the calendar reaches the end of the second year after the first start, and says which days nobody has decided', async () => {
  const { publications, days, hours } = await transaction(readCalendarRows);
  expect(publications.map(({ publishedThroughOn, demonstration }) => [publishedThroughOn, demonstration])).toEqual([
    ['2026-12-31', false],
    ['2028-12-31', true],
  ]);
  expect(days.find(({ onDate }) => onDate === '2027-02-06')).toMatchObject({ kind: 'off', decision: 'Lịch trình diễn' });
  expect(hours).toHaveLength(1);
});

test('the citizens of the identity stand-in are proved people, but one whom nobody has seen', async () => {
  await transaction(async (tx) => {
    for (const citizen of parts.citizens) {
      const account = (await findAccountByUserName(tx, citizen.subject))!;
      const person = await findPersonByPaper(tx, { kind: 'citizen-number', country: 'VN', number: citizen.citizenNumber });
      const isProved = citizen.subject !== 'cong-dan-05';
      expect(account.displayName).toBe(citizen.name);
      expect(account.verifiedAt !== null).toBe(isProved);
      expect(person?.id).toBe(isProved ? account.personId : undefined);
    }
  });
});

async function accounts(): Promise<{ rows: { user_name: string }[] }> {
  const [rows] = await database.sequelize.query('select user_name from accounts');
  return { rows: rows as { user_name: string }[] };
}

/** How many rows each table has, and the newest transaction that has touched one. */
async function contents(): Promise<Record<string, unknown>> {
  const [tables] = await database.owner.query(`select tablename from pg_tables where schemaname = 'public'`);
  const counted: Record<string, unknown> = {};
  for (const { tablename } of tables as { tablename: string }[])
    [[counted[tablename]]] = await database.owner.query(`select count(*), max(xmin::text::bigint) from "${tablename}"`);
  return counted;
}
