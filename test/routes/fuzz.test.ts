import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { type AnyEndpoint } from '../../server/contract/endpoint';
import { allEndpoints } from '../../server/contract/endpoints';
import { digestOf } from '../support/digest';
import { endpointAt } from '../support/check-answer';
import { faultsOf } from '../support/fuzz/judge';
import { type Request, spoiled } from '../support/fuzz/spoil';
import { placesOf } from '../support/fuzz/places';
import { sendingTo } from '../support/fuzz/sending';
import { type ActorName, type Who } from '../support/matrix/actors';
import { ASKS } from '../support/matrix/asks/all';
import { undoing } from '../support/matrix/knocking';
import { clientsOf } from '../support/matrix/people';
import { readTable, verdictsOf } from '../support/matrix/table';
import { unseenGateway } from '../support/matrix/unseen-gateway';
import { openWorld, type World } from '../support/matrix/world';
import { makeClock, useOffice } from '../support/server';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20261125);
/** How often each door is asked; a body of many fields more often. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 40);
const MOST_RUNS = RUNS * 4;
const AT_ONCE = 6;

/** What is sent here stays as a file when its act is taken back: whoever knocks does so alone, and only a refusal must leave nothing. */
const BRINGING = ['sendUploadPart', 'finishUpload'];

const clock = makeClock();
const undo = undoing();
const steppableClock = { ...clock, offsetMs: 0, stepTo: () => undefined };
const office = useOffice({
  clock,
  around: undo.around,
  gateways: { identity: unseenGateway },
  own: { steppableClock, mailbox: { list: async () => [] } },
});
const table = readTable();
let world: World;
let wire: ReturnType<typeof sendingTo>;
let ids: string[];
beforeAll(async () => {
  world = await openWorld(office);
  wire = sendingTo(office.url);
  ids = [...Object.values(world.stands).map(({ id }) => id), world.papers.owner.draftId, world.clerkUploads.sent, world.ids.diagramId];
  // what succeeds is taken back: every request finds the same office
  undo.state.isOn = true;
}, 120_000);
afterAll(() => wire.close());

test.each(allEndpoints.map(({ id }) => [id]))(
  'whatever is sent to %s is answered or refused in words, and a refusal changes nothing',
  async (id) => {
    const endpoint = allEndpoints.find((one) => one.id === id)!;
    const knocking = await everybodyAt(endpoint);
    const runs = Math.min(MOST_RUNS, RUNS + placesOf(endpoint.body).length);
    const before = await stateOf();
    const requests = knocking.flatMap(({ who, ask, share }) =>
      fc.sample(spoiled(endpoint, ask, ids), { seed: SEED, numRuns: Math.ceil(runs * share) }).map((request) => ({ who, request })),
    );
    const wrong: string[] = [];
    let refused = 0;
    const atOnce = BRINGING.includes(id) ? 1 : AT_ONCE;
    for (let place = 0; place < requests.length; place += atOnce)
      await Promise.all(requests.slice(place, place + atOnce).map(async (one) => void wrong.push(...(await knock(endpoint, one)))));
    expect(wrong).toEqual([]);
    expect(await stateOf()).toEqual(before);
    expect(refused).toBeGreaterThan(0);

    async function knock(door: AnyEndpoint, { who, request }: { who: Who; request: Request }): Promise<string[]> {
      const [client] = clientsOf(world, who, 'ward');
      const heard = await wire.send(client!, request);
      if (heard.status >= 400) refused += 1;
      else if (BRINGING.includes(door.id)) before['files'] = await filesOf();
      const found = request.isElsewhere ? doorAt(door.method, request.address) : door;
      return faultsOf(heard, found).map((fault) => `${who.actor}, ${request.what}: ${fault}`);
    }
  },
);

/** Most requests come from somebody who may, so that they come far; some from nobody and from a citizen. */
async function everybodyAt(endpoint: AnyEndpoint) {
  const may = [...verdictsOf(table, endpoint.id)].filter(([, { own }]) => own === 'yes').map(([actor]) => actor);
  const shares: [ActorName, number][] = [
    [may[0] ?? 'anonymous', 0.8],
    [may.at(-1) ?? 'citizen', 0.1],
    ['anonymous', 0.05],
    ['citizen', 0.05],
  ];
  return Promise.all(
    shares.map(async ([actor, share]) => {
      const who: Who = { actor, side: 'own' };
      return { who, share, ask: await ASKS[endpoint.id]!(world, who) };
    }),
  );
}

/** Every table and every file of the office. */
async function stateOf(): Promise<Record<string, string>> {
  return { ...(await digestOf(office.sequelize)), files: await filesOf() };
}

/** What no address may be made of never comes as far as a door. */
function doorAt(method: string, address: string): AnyEndpoint | undefined {
  return /[^!-~]/.test(address) ? undefined : endpointAt(method, address);
}

async function filesOf(): Promise<string> {
  const names = await readdir(office.folder, { recursive: true });
  const files = await Promise.all(names.sort().map(async (name) => `${name} ${(await stat(join(office.folder, name))).size}`));
  return createHash('sha256').update(files.join('\n')).digest('hex');
}
