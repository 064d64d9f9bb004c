import fc from 'fast-check';
import { type AnyEndpoint } from '../../server/contract/endpoint';
import { allEndpoints } from '../../server/contract/endpoints';
import { endpointAt } from '../support/check-answer';
import { faultsOf } from '../support/fuzz/judge';
import { type Knocker, knockersAt } from '../support/fuzz/knockers';
import { placesOf } from '../support/fuzz/places';
import { sendingTo } from '../support/fuzz/sending';
import { type Request, spoiled } from '../support/fuzz/spoil';
import { filesOf, stateOf } from '../support/fuzz/state';
import { undoing } from '../support/matrix/knocking';
import { readTable } from '../support/matrix/table';
import { unseenGateway } from '../support/matrix/unseen-gateway';
import { openWorld, type World } from '../support/matrix/world';
import { makeClock, useOffice } from '../support/server';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20261125);
/** How often each door is asked; a body of many fields more often, a mere look less often. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 32);
const MOST_RUNS = RUNS * 4;
const AT_ONCE = 6;

/** What is sent here stays as a file when its act is taken back: whoever knocks does so alone, and each refusal must leave every file. */
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
}, 120_000);
afterAll(() => wire.close());

type Sent = { knocker: Knocker; request: Request };

test.each(allEndpoints.map(({ id }) => [id]))(
  'whatever is sent to %s is answered or refused in words, and a refusal changes nothing',
  async (id) => {
    const endpoint = allEndpoints.find((one) => one.id === id)!;
    const knockers = await knockersAt(world, table, endpoint);
    const runs = endpoint.takes === 'none' ? RUNS / 2 : Math.min(MOST_RUNS, RUNS + placesOf(endpoint.body).length);
    const requests = knockers.flatMap((knocker) =>
      fc
        .sample(spoiled(endpoint, knocker.ask, ids), { seed: SEED, numRuns: Math.ceil(runs * knocker.share) })
        .map((request) => ({ knocker, request })),
    );
    const before = await stateOf(office);
    const [wrong, halfDone]: [string[], Sent[]] = [[], []];
    let refused = 0;
    const isBringing = BRINGING.includes(id);
    const atOnce = isBringing ? 1 : AT_ONCE;
    await takingBack(async () => {
      for (let place = 0; place < requests.length; place += atOnce) {
        await forgetTries();
        await Promise.all(requests.slice(place, place + atOnce).map(knock));
      }
    });
    expect(wrong).toEqual([]);
    expect(await stateOf(office)).toEqual({ ...before, ...(isBringing ? { files: expect.anything() as string } : {}) });
    expect(refused).toBeGreaterThan(0);
    await refuseForGood(halfDone);

    async function knock(sent: Sent): Promise<void> {
      const { knocker, request } = sent;
      const files = isBringing ? await filesOf(office) : undefined;
      const heard = await wire.send(knocker.client, request);
      const found = request.isElsewhere ? doorAt(endpoint.method, request.address) : endpoint;
      const faults = faultsOf(heard, found);
      if (heard.status >= 400) {
        refused += 1;
        if (undo.state.finished.has(heard.requestId!)) halfDone.push(sent);
        if (files !== undefined && (await filesOf(office)) !== files) faults.push(`a refusal changed the files: ${heard.text}`);
      }
      wrong.push(...faults.map((fault) => `${knocker.name}, ${request.what}: ${fault}`));
    }
  },
);

/** What succeeds meanwhile is taken back, so that every request finds the same office. */
async function takingBack(work: () => Promise<void>): Promise<void> {
  undo.state.isOn = true;
  try {
    await work();
  } finally {
    undo.state.isOn = false;
  }
}

/** Of these an act was done and taken back before another one was refused: they are asked once more in earnest, each alone. */
async function refuseForGood(halfDone: readonly Sent[]): Promise<void> {
  for (const { knocker, request } of halfDone) {
    await forgetTries();
    const before = await stateOf(office);
    const heard = await wire.send(knocker.client, request);
    if (heard.status >= 400) expect({ ...(await stateOf(office)), what: request.what }).toEqual({ ...before, what: request.what });
  }
}

/** Limits of tries are tested where they are; here they would shut the door that is looked behind. */
async function forgetTries(): Promise<void> {
  await office.sequelize.query('delete from attempts');
}

/** What no address may be made of never comes as far as a door. */
function doorAt(method: string, address: string): AnyEndpoint | undefined {
  return /[^!-~]/.test(address) ? undefined : endpointAt(method, address);
}
