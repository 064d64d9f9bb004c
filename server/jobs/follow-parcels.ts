import { type Context } from '../casework/context';
import { type Perform } from '../casework/perform';
import { recordParcelEvent } from '../commands/return/record-parcel-event';
import { type PostalGateway, FIRST_TRACKING_ID } from '../gateways/post/postal-gateway';
import { Refusal } from '../domain/refusal';
import { type CarrierActor } from '../policies/actor';
import { noteOutcome, waitingEvents } from '../store/inbox';
import { findSetting } from '../store/settings';
import { GatewayFault } from './gateway-fault';
import { eventFrom, keepPage, PLACE, POST } from './parcel-feed';

const CARRIER: CarrierActor = { kind: 'carrier', name: 'Bưu điện' };
const AT_ONCE = 200;

/**
 * Reads what the carrier has to tell, from where it was read last, into the inbox:
 * a page and the place behind it in one transaction. Then works the inbox off, each
 * event in a transaction of its own: one that fails waits there and stops no other.
 * Answers how many events it worked off.
 */
export async function followParcels(options: {
  perform: Perform;
  post: PostalGateway;
  reportFault: (fault: unknown) => void;
}): Promise<number> {
  const { perform, post, reportFault } = options;
  const act = { actor: CARRIER, endpoint: 'parcels' };
  const run = async <Answer>(command: (context: Context) => Promise<Answer>) => (await perform(act, command)).answer;
  await readFeed();
  const waiting = await run(({ tx }) => waitingEvents(tx, POST, AT_ONCE));
  let done = 0;
  for (const event of waiting) if (await workOff(event)) done += 1;
  return done;

  async function readFeed(): Promise<void> {
    let lastId = await run(lastRead);
    for (let hasMore = true; hasMore;) {
      const page = await post.track(lastId);
      if (page.outcome !== 'accepted') return reportFault(new GatewayFault('post', page));
      if (page.lastId === lastId) return;
      await run((context) => keepPage(context, page));
      lastId = page.lastId;
      hasMore = page.mayHaveMore;
    }
  }

  async function workOff({ eventId, payload, receivedAt }: Awaited<ReturnType<typeof waitingEvents>>[number]): Promise<boolean> {
    const note = (context: Context, outcome: string) => noteOutcome(context.tx, { source: POST, eventId, outcome });
    try {
      await run(async (context) => {
        await recordParcelEvent(context, eventFrom(payload, { receivedAt, now: context.now }));
        await note(context, 'recorded');
      });
      return true;
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== 'parcel-unknown') {
        reportFault(fault);
        return false;
      }
      // the carrier serves others under the same customer code
      await run((context) => note(context, 'parcel-unknown'));
      return true;
    }
  }
}

async function lastRead({ tx }: Context): Promise<string> {
  const kept = await findSetting(tx, PLACE);
  return typeof kept?.value === 'string' ? kept.value : FIRST_TRACKING_ID;
}
