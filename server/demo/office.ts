import { Secret, TOTP } from 'otpauth';
import { DEMONSTRATION_FACTOR_SECRET, DEMONSTRATION_PASSWORD } from '../seed/accounts';
import { Visitor } from './visitor';

type Me = { csrf: string; name: string };

/** Signs in one of the demonstration's accounts; a second account of the same person's post is another visitor. */
export async function signIn(address: string, userName: string, hasFactor: boolean): Promise<Visitor> {
  const visitor = new Visitor(address, userName);
  const code = new TOTP({ secret: Secret.fromBase32(DEMONSTRATION_FACTOR_SECRET) }).generate();
  const me = await visitor.post<Me>('/api/sessions', { userName, password: DEMONSTRATION_PASSWORD, ...(hasFactor ? { code } : {}) });
  visitor.useCsrf(me.csrf);
  return visitor;
}

export type Act = { act: string; taskId: string | null };
export type Summary = { id: string; code: string | null; version: number; status: number; dueAt: string | null; acts: Act[] };

const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;

/** Waits until a dossier is as the story expects; the sweeps of the house work meanwhile. */
export async function until(read: () => Promise<Summary>, holds: (dossier: Summary) => boolean, what: string): Promise<Summary> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const dossier = await read();
    if (holds(dossier)) return dossier;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`${what}: it did not come to that`);
}
