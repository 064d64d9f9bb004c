import { type Answer } from '../../client';
import { type Home, type Who } from '../actors';
import { type Papers } from '../papers';
import { type Stand } from '../walk';
import { type World } from '../world';

/** One request that would be answered, were it not for who sends it. */
export type Ask = {
  /** Whose neighbours the own and the foreign people are. */
  home?: Home;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  raw?: Buffer;
  headers?: Record<string, string>;
  /** Of a list: whether what is asked about is on it. */
  shows?: (body: unknown) => boolean;
  /** The refusal of one item inside an answer that is no refusal. */
  refusalIn?: (answer: Answer) => string | undefined;
};
export type Asking = (world: World, who: Who) => Ask | Promise<Ask>;

export const NOW = '2026-11-25T02:00:00Z';
export const nothing: Asking = () => ({ body: {} });

/** An act on a dossier, with the version that it stands at. */
export function onDossier(
  choose: (stands: World['stands'], who: Who) => Stand,
  body: object = {},
  params: Record<string, string> = {},
): Asking {
  return async (world, who) => {
    const { id, home } = choose(world.stands, who);
    return { home, params: { dossierId: id, ...params }, body: { ...body, expectedVersion: await world.versionOf(id) } };
  };
}

/** A read of a dossier. */
export function ofDossier(choose: (stands: World['stands']) => Stand): Asking {
  return ({ stands }) => ({ home: choose(stands).home, params: { dossierId: choose(stands).id } });
}

/** The drafts and uploads that this knocker reaches for: of the filer for the filer's account, else the owner's. */
export function papersFor({ papers }: World, { actor, side }: Who): Papers {
  return actor === 'unverified' && side === 'own' ? papers.filer : papers.owner;
}

export function dossierTarget(dossierId: string): (body: unknown) => boolean {
  return (body) => (body as { items: { id?: string; dossierId?: string }[] }).items.some((one) => (one.dossierId ?? one.id) === dossierId);
}
