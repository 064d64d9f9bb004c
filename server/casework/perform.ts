import { randomUUID } from 'node:crypto';
import { Refusal } from '../domain/refusal';
import { actorKey, type Actor } from '../policies/actor';
import { appendAccess } from '../store/access-log';
import { openIncident } from '../store/incidents';
import { claimRequest, storeAnswer } from '../store/requests';
import {
  inOneStatement,
  inTransaction,
  isDatabaseAway,
  isLostRace,
  readOnly,
  type Sequelize,
  type Transaction,
} from '../store/transaction';
import { DamagedState, StepImpossible } from '../workflow/workflow';
import { type Context } from './context';
import { type CaseworkParts } from './parts';

/** What a door knows of the act it lets in. `idempotency` is absent only where an act is exempt, or is the house's own. */
export type Act = {
  actor: Actor;
  endpoint: string;
  requestId?: string;
  idempotency?: { key: string; bodySha256: string; status: number };
};

export type Performed<Answer> = { answer: Answer; isReplay: boolean };
export type Perform = <Answer>(act: Act, command: (context: Context) => Promise<Answer>) => Promise<Performed<Answer>>;
export type Read = <Answer>(act: Act, query: (context: Context) => Promise<Answer>) => Promise<Answer>;

const TRIES = 3;

/**
 * One act, one transaction. The answer of an act is kept in that very
 * transaction under its key, so that a repeat gives the same answer and never a
 * second act; the same key with another body is refused, and one still running
 * is told apart.
 */
export function performing(database: Sequelize, parts: CaseworkParts): { perform: Perform; read: Read; glance: Read } {
  async function perform<Answer>(act: Act, command: (context: Context) => Promise<Answer>): Promise<Performed<Answer>> {
    for (let tried = 1; ; tried++) {
      const context = contextOf(act);
      try {
        return await inTransaction(database, (tx) => once({ ...context, tx }, act, command));
      } catch (fault) {
        if (tried < TRIES && isLostRace(fault)) continue;
        if (fault instanceof DamagedState || fault instanceof StepImpossible) await reportIncident(context, fault);
        throw translated(fault);
      }
    }
  }

  async function read<Answer>(act: Act, query: (context: Context) => Promise<Answer>): Promise<Answer> {
    const context = contextOf(act);
    try {
      const answer = await readOnly(database, (tx) => query({ ...context, tx }));
      await logAccess(context, act);
      return answer;
    } catch (fault) {
      throw translated(fault);
    }
  }

  async function glance<Answer>(act: Act, query: (context: Context) => Promise<Answer>): Promise<Answer> {
    const context = contextOf(act);
    try {
      return await inOneStatement(database, (tx) => query({ ...context, tx }));
    } catch (fault) {
      throw translated(fault);
    }
  }

  /** Every staff read of personal data leaves its line, in a transaction of its own: the read itself may write nothing. */
  async function logAccess({ actor, now, seen }: Omit<Context, 'tx'>, { endpoint }: Act): Promise<void> {
    if (actor.kind !== 'staff' || !seen.length) return;
    const { staffId, postId } = actor;
    const lines = seen.map(({ dossierId = null, personId = null, found = null }) => {
      return { at: now, staffId, postId, endpoint, dossierId, personId, found };
    });
    await inOneStatement(database, (tx) => appendAccess(tx, lines));
  }

  /** The position and its rows disagree: the act was rolled back whole, and an administrator must see it. */
  async function reportIncident({ now, touched }: Omit<Context, 'tx'>, fault: Error): Promise<void> {
    await inTransaction(database, (tx) =>
      openIncident(tx, {
        dossierId: touched.dossierId,
        kind: 'position',
        facts: { name: fault.name, message: fault.message },
        openedAt: now,
      }),
    );
  }

  function contextOf(act: Act): Omit<Context, 'tx'> {
    return {
      now: parts.clock.now(),
      actor: act.actor,
      requestId: act.requestId ?? randomUUID(),
      parts,
      seen: [],
      touched: { dossierId: null },
    };
  }

  return { perform, read, glance };
}

async function once<Answer>(context: Context, act: Act, command: (context: Context) => Promise<Answer>): Promise<Performed<Answer>> {
  const { tx } = context;
  const { idempotency } = act;
  if (!idempotency) return { answer: await command(context), isReplay: false };
  const actor = actorKey(act.actor);
  const request = { actor, ...idempotency, endpoint: act.endpoint };
  const known = await claimRequest(tx, request);
  if (known) return { answer: known.answer as Answer, isReplay: true };
  const answer = await command(context);
  await storeAnswer(tx, { ...request, answer, at: context.now });
  return { answer, isReplay: false };
}

/** A database that is away is no fault of the act: the caller keeps its key and comes back. */
function translated(fault: unknown): unknown {
  return isDatabaseAway(fault) ? new Refusal('unavailable', { retryAfterSeconds: 2 }) : fault;
}

export type { Transaction };
