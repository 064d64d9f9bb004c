import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { type Sequelize } from 'sequelize';
import { Secret, TOTP } from 'otpauth';
import { type AppParts, createApp } from '../../server/app';
import { buildParts } from '../../server/casework/build-parts';
import { performing, type Perform, type Read } from '../../server/casework/perform';
import { type SigningKeys } from '../../server/commands/results/request-signatures';
import { type StaffDuty } from '../../server/domain/duties';
import { KEY_LIFE_MS } from '../../server/domain/signing-kind';
import { type FilesAtHand } from '../../server/files/files-at-hand';
import { type HouseKeys, houseKeysFrom, makeTokenKeyPem } from '../../server/http/keys';
import { type Log } from '../../server/http/log';
import { makeServer } from '../../server/listen';
import { KeyRing } from '../../server/signing/key-ring';
import { Client } from './client';
import { useDatabase } from './database';
import { openTestFiles } from './files';
import { type CitizenPerson, PASSWORD, peopleOf, type PlaceName, type Places, type StaffPerson, usualPlaceOf } from './people';

/** Nine in the morning of Wednesday, 25/11/2026. */
export const MORNING = new Date('2026-11-25T02:00:00Z');

export type TestClock = {
  now: () => Date;
  step: (by: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
  set: (at: Date | string) => void;
};

export type Office = {
  url: string;
  sequelize: Sequelize;
  clock: TestClock;
  keys: HouseKeys;
  /** Where its files lie. */
  folder: string;
  signingKeys: SigningKeys;
  perform: Perform;
  read: Read;
  glance: Read;
  places: Places;
  /** What was answered as 500, in order; a client throws the last one. */
  faults: unknown[];
  /** What the operator was told. */
  warnings: string[];
  /** Somebody who holds these duties at their usual place, or at another; `who` tells two of them apart. */
  as: (duties: StaffDuty | StaffDuty[], at?: { place?: PlaceName; who?: string }) => Client;
  /** The person behind `as`. */
  staff: (duties: StaffDuty | StaffDuty[], at?: { place?: PlaceName; who?: string }) => Promise<StaffPerson>;
  /** A citizen with a verified account (or not); `who` tells two of them apart. */
  asCitizen: (who?: string, state?: 'verified' | 'unverified') => Client;
  citizen: (who?: string, state?: 'verified' | 'unverified') => Promise<CitizenPerson>;
  nobody: () => Client;
  /** A new browser of the same person. */
  signIn: (person: StaffPerson | CitizenPerson) => Client;
  people: ReturnType<typeof peopleOf>;
  files: FilesAtHand;
  close: () => Promise<void>;
};

export type OfficeWishes = {
  site?: Partial<AppParts['site']>;
  gateways?: AppParts['gateways'];
  mounted?: NonNullable<AppParts['mounted']>;
  keys?: HouseKeys;
  clock?: TestClock;
  places?: Places;
  /** What only some installations have. */
  own?: Pick<AppParts, 'steppableClock' | 'mailbox'>;
  /** What stands around every act that comes in over the wire. */
  around?: (perform: Perform) => Perform;
};

/** An office of this test file's own: a database, a server on a free port, a clock that stands still until it is stepped. */
export function useOffice(wishes: OfficeWishes = {}): Office {
  jest.setTimeout(240_000);
  const database = useDatabase();
  let office: Office | undefined;
  beforeAll(async () => {
    office = await openOffice(database.sequelize, wishes);
  });
  afterAll(() => office?.close());
  return new Proxy({} as Office, { get: (_target, name) => office?.[name as keyof Office] });
}

/** Opens an office on a migrated database. A second one on the same database is a second process: hand it the keys, clock and places of the first. */
export async function openOffice(sequelize: Sequelize, wishes: OfficeWishes = {}): Promise<Office> {
  const clock = wishes.clock ?? makeClock();
  const keys = wishes.keys ?? makeKeys();
  const [faults, warnings]: [unknown[], string[]] = [[], []];
  const work = performing(sequelize, buildParts(clock));
  const site = { publicUrl: undefined, isProduction: false, trustedProxies: 1, ...wishes.site };
  const { files, folder, close: removeFiles } = await openTestFiles();
  const signingKeys: SigningKeys = new KeyRing(KEY_LIFE_MS);
  const server = makeServer(
    createApp({
      ...work,
      perform: wishes.around?.(work.perform) ?? work.perform,
      clock,
      keys,
      site,
      files,
      signingKeys,
      log: quietLog(faults, warnings),
      gateways: wishes.gateways ?? {},
      mounted: wishes.mounted ?? [],
      ...wishes.own,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = peopleOf(sequelize, keys, () => clock.now());
  const places = wishes.places ?? (await people.enterPlaces());
  const known = new Map<string, Promise<StaffPerson | CitizenPerson>>();

  function once<Person extends StaffPerson | CitizenPerson>(name: string, enter: () => Promise<Person>): Promise<Person> {
    if (!known.has(name)) known.set(name, enter());
    return known.get(name) as Promise<Person>;
  }

  const staff: Office['staff'] = (duties, { place, who = '' } = {}) => {
    const list = Array.isArray(duties) ? duties : [duties];
    const agency = places[place ?? usualPlaceOf(list[0]!)];
    return once(`${list.join('+')}@${agency.code} ${who}`, () => people.enterStaff({ agency, duties: list }));
  };
  const citizen: Office['citizen'] = (who = 'a', state = 'verified') =>
    once(`citizen ${who} ${state}`, () => people.enterCitizen({ state }));
  const clients = new Map<unknown, Client>();
  const clientOf = (name: string, person: () => Promise<StaffPerson | CitizenPerson>): Client => {
    const client = clients.get(name) ?? new Client(url, faults, async (own) => enter(own, await person(), clock));
    clients.set(name, client);
    return client;
  };

  return {
    url,
    sequelize,
    clock,
    keys,
    files,
    folder,
    signingKeys,
    ...work,
    places,
    faults,
    warnings,
    people,
    staff,
    citizen,
    as: (duties, at) => clientOf(JSON.stringify([duties, at ?? {}]), () => staff(duties, at)),
    asCitizen: (who, state) => clientOf(`citizen ${who ?? 'a'} ${state ?? 'verified'}`, () => citizen(who, state)),
    nobody: () => new Client(url, faults),
    signIn: (person) => new Client(url, faults, (own) => enter(own, person, clock)),
    close: async () => {
      await closeServer(server);
      await removeFiles();
    },
  };
}

/** Signs in with everything that is asked for. The code is the oldest one still good, so that one person may sign in three times in one moment. */
async function enter(client: Client, person: StaffPerson | CitizenPerson, clock: TestClock): Promise<void> {
  const secret = person.kind === 'staff' ? person.factorSecret : undefined;
  const code = secret === undefined ? {} : { code: nextCode(secret, clock) };
  const { status, body } = await client.post('/api/sessions', { userName: person.userName, password: PASSWORD, ...code });
  if (status !== 200) throw new Error(`${person.userName} cannot sign in: ${JSON.stringify(body)}`);
  client.csrf = (body as { csrf: string }).csrf;
}

const lastSteps = new Map<string, number>();

/** The next unused code of an authenticator at this moment. */
export function nextCode(secret: string, clock: TestClock): string {
  const now = Math.floor(clock.now().getTime() / 30_000);
  const step = Math.max(now - 1, (lastSteps.get(secret) ?? 0) + 1);
  lastSteps.set(secret, step);
  return codeAt(secret, new Date(step * 30_000));
}

export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: at.getTime() });
}

export function makeClock(start: Date = MORNING): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    step: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
    set: (instant) => {
      at = new Date(instant).getTime();
    },
  };
}

export function makeKeys(): HouseKeys {
  return houseKeysFrom({ tokenKeyPem: makeTokenKeyPem(), houseSecret: randomBytes(32) });
}

function quietLog(faults: unknown[], warnings: string[]): Log {
  return {
    fault: (fault) => void faults.push(fault),
    warn: (sentence) => void warnings.push(sentence),
    requests: (_request, _response, next) => next(),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
