import { type Perform } from '../../../server/casework/perform';
import { type AnyEndpoint } from '../../../server/contract/endpoint';
import { type Answer, type Client } from '../client';
import { type Who } from './actors';
import { ASKS } from './asks/all';
import { type Ask } from './asks/ask';
import { clientsOf } from './people';
import { type Verdict } from './table';
import { type World } from './world';

/** Turned away at the door, or from one's own kin's matter. */
const TURNED_AWAY = [
  'not-signed-in',
  'not-permitted',
  'own-case',
  'held-by-colleague',
  'second-factor-needed',
  'password-change-needed',
  'csrf',
];
/** What is asked about does not exist for this reader. */
const UNSEEN = ['not-found', 'parcel-unknown'];
const BY_REACH: readonly Verdict[] = ['yes', 'hidden', 'no'];

export type Knocked = { verdict: Verdict; isDone: boolean; said: string };

/** Sends the request of this door as this person, and says how far it came. `spoil` sends it otherwise than it should be. */
export async function knock(world: World, endpoint: AnyEndpoint, who: Who, spoil: (ask: Ask) => Ask = (ask) => ask): Promise<Knocked> {
  const ask = spoil(await ASKS[endpoint.id]!(world, who));
  const answers = await Promise.all(clientsOf(world, who, ask.home ?? 'ward').map((client) => send(client, endpoint, ask)));
  const outcomes = answers.map((answer) => outcomeOf(answer, ask));
  outcomes.sort((one, other) => BY_REACH.indexOf(one.verdict) - BY_REACH.indexOf(other.verdict));
  return outcomes[0]!;
}

/** The same from one browser, whoever sits at it. */
export async function knockFrom(client: Client, world: World, endpoint: AnyEndpoint, who: Who): Promise<Knocked> {
  const ask = await ASKS[endpoint.id]!(world, who);
  return outcomeOf(await send(client, endpoint, ask), ask);
}

async function send(client: Client, endpoint: AnyEndpoint, { params = {}, query, body, raw, headers = {} }: Ask): Promise<Answer> {
  await client.enter();
  const path = endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const address = query ? `${path}?${new URLSearchParams(query).toString()}` : path;
  const wish = { headers: { ...credentialsOf(client), ...headers }, ...(raw ? { raw } : {}) };
  return client.send(endpoint.method, address, body ?? {}, wish);
}

/** The session as it was when it began: no answer of this table takes it away or exchanges it. */
const credentials = new WeakMap<Client, Record<string, string | null>>();
function credentialsOf(client: Client): Record<string, string | null> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  if (!credentials.has(client)) credentials.set(client, { Cookie: cookie || null, 'X-CSRF-Token': client.csrf ?? null });
  return credentials.get(client)!;
}

function outcomeOf(answer: Answer, { shows, refusalIn }: Ask): Knocked {
  const { status, body } = answer;
  const code = status >= 400 ? (body as { code: string }).code : refusalIn?.(answer);
  const said = `${status} ${code ?? ''}`.trim();
  if (code !== undefined) return { verdict: verdictOf(code), isDone: false, said };
  if (shows && !shows(body)) return { verdict: 'hidden', isDone: false, said: `${said}, not on the list` };
  return { verdict: 'yes', isDone: true, said };
}

function verdictOf(code: string): Verdict {
  if (TURNED_AWAY.includes(code)) return 'no';
  return UNSEEN.includes(code) ? 'hidden' : 'yes';
}

class Undone extends Error {}

/**
 * Lets every act be done whole and then takes it back, while it is on: so many
 * people can be let through one after another and all find the same office.
 * `finished` keeps the ids of the requests of which an act was taken back.
 */
export function undoing() {
  const state = { isOn: false, finished: new Set<string>() };
  const around =
    (perform: Perform): Perform =>
    async (act, command) => {
      if (!state.isOn || act.endpoint === 'door') return perform(act, command);
      let answer: Awaited<ReturnType<typeof command>> | undefined;
      try {
        await perform(act, async (context) => {
          answer = await command(context);
          state.finished.add(context.requestId);
          throw new Undone();
        });
      } catch (reason) {
        if (!(reason instanceof Undone)) throw reason;
      }
      return { answer: answer!, isReplay: false };
    };
  return { state, around };
}
