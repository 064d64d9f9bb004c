import { allEndpoints } from '../../server/contract/endpoints';
import { type AnyEndpoint } from '../../server/contract/endpoint';
import { digestOf } from '../support/digest';
import { ACTORS, SIDES, type Who } from '../support/matrix/actors';
import { type Ask } from '../support/matrix/asks/ask';
import { ASKS } from '../support/matrix/asks/all';
import { knock, knockFrom, undoing } from '../support/matrix/knocking';
import { readTable, type Verdict, verdictsOf } from '../support/matrix/table';
import { unseenGateway } from '../support/matrix/unseen-gateway';
import { openWorld, type World } from '../support/matrix/world';
import { makeClock, useOffice } from '../support/server';

jest.setTimeout(120_000);

const clock = makeClock();
const steppableClock = { ...clock, offsetMs: 0, stepTo: () => undefined };
const undo = undoing();
const office = useOffice({
  clock,
  around: undo.around,
  gateways: { identity: unseenGateway },
  own: { steppableClock, mailbox: { list: async () => [] } },
});
const table = readTable();
let world: World;
/** The fingerprint of the office as everybody finds it. */
let found: Record<string, string>;
beforeAll(async () => {
  world = await openWorld(office);
  found = await digestOf(office.sequelize);
}, 120_000);

/** Doors that no request of this table goes through to its end: their own proof is tested where they are. */
const UNFINISHED = ['confirmSecondFactor', 'beginIdentitySignIn', 'finishIdentitySignIn', 'publishDiagram'];

/** A batch of signatures is on record, under its key, with what was refused in it, document by document. */
const ON_RECORD: Record<string, string[]> = { requestSignatures: ['requests', 'signature_batches', 'signature_requests'] };

test('there is a request for every door', () => {
  expect(Object.keys(ASKS).sort()).toEqual(allEndpoints.map(({ id }) => id).sort());
});

describe('who may', () => {
  test.each(allEndpoints.map(({ id }) => [id]))('%s lets in whom the table lets in, and of nobody else is anything done', async (id) => {
    const endpoint = allEndpoints.find((one) => one.id === id)!;
    const cells = cellsOf(id);
    const [closed, open] = [cells.filter(({ verdict }) => verdict !== 'yes'), cells.filter(({ verdict }) => verdict === 'yes')];
    const refused = await knockAll(endpoint, closed);
    const spoiled = await knockAll(endpoint, closed.filter(isUnseen), staleOf);
    if (endpoint.isWrite) await expectUntouched(id);
    const admitted = await letThrough(endpoint, open);
    await expectUntouched(id);
    expect([...refused, ...spoiled, ...admitted].filter(({ isAsExpected }) => !isAsExpected).map(({ said }) => said)).toEqual([]);
    const isFinished = admitted.length === 0 || UNFINISHED.includes(id) || admitted.some(({ isDone }) => isDone);
    expect(isFinished ? [] : admitted.map(({ said }) => said)).toEqual([]);
  });
});

test('without the second factor nobody signs, seals or administers, at any door', async () => {
  const places = { leader: 'commune', 'clerical-officer': 'commune', administrator: 'province' } as const;
  for (const [duty, place] of Object.entries(places) as ['leader', 'commune'][]) {
    const person = await office.people.enterStaff({ agency: office.places[place], duties: [duty], hasFactor: false });
    const client = office.signIn(person);
    await client.enter();
    const doors = allEndpoints.filter(({ audience }) => 'duties' in audience && audience.duties.includes(duty));
    const told = await Promise.all(doors.map((door) => knockFrom(client, world, door, { actor: duty, side: 'own' })));
    expect(new Set(told.map(({ said }) => said))).toEqual(new Set(['403 second-factor-needed']));
  }
});

/** The office is as it was, but for what this door puts on record and refuses all the same. */
async function expectUntouched(id: string): Promise<void> {
  const now = await digestOf(office.sequelize);
  const kept = ON_RECORD[id] ?? [];
  for (const table of kept) found[table] = now[table]!;
  expect(now).toEqual(found);
}

type Cell = { who: Who; verdict: Verdict };

function cellsOf(id: string): Cell[] {
  const verdicts = verdictsOf(table, id);
  return ACTORS.flatMap((actor) => SIDES.map((side) => ({ who: { actor, side }, verdict: verdicts.get(actor)![side] }))).filter(
    ({ verdict }) => verdict !== '-',
  );
}

function isUnseen({ verdict }: Cell): boolean {
  return verdict === 'hidden';
}

/** To whom a dossier does not exist, it does not exist in any version. */
function staleOf(ask: Ask): Ask {
  return { ...ask, ...(ask.body && 'expectedVersion' in ask.body ? { body: { ...ask.body, expectedVersion: 999_999 } } : {}) };
}

async function letThrough(endpoint: AnyEndpoint, cells: readonly Cell[]) {
  undo.state.isOn = true;
  try {
    return await knockAll(endpoint, cells);
  } finally {
    undo.state.isOn = false;
  }
}

const AT_ONCE = 6;

async function knockAll(endpoint: AnyEndpoint, cells: readonly Cell[], spoil?: (ask: Ask) => Ask) {
  const outcomes: { isAsExpected: boolean; isDone: boolean; said: string }[] = [];
  for (let place = 0; place < cells.length; place += AT_ONCE)
    outcomes.push(...(await Promise.all(cells.slice(place, place + AT_ONCE).map((cell) => knockAs(endpoint, cell, spoil)))));
  return outcomes;
}

async function knockAs(endpoint: AnyEndpoint, { who, verdict }: Cell, spoil?: (ask: Ask) => Ask) {
  const knocked = await knock(world, endpoint, who, spoil);
  const said = `${who.actor} (${who.side}) is told ${knocked.said}; the table says ${verdict}`;
  return { isAsExpected: knocked.verdict === verdict, isDone: knocked.isDone, said };
}
