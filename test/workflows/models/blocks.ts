import { seededRandom } from '../../../server/workflow/random';

/**
 * A diagram as a tree of blocks, sound by construction. Ids are unique within
 * one tree; the first letter says what the element is.
 */
export type Many = { count: number; isSequential: boolean; isKeyed: boolean };
export type Block =
  | { kind: 'task'; id: string }
  | { kind: 'receive'; id: string }
  | { kind: 'catch'; id: string; isLimited: boolean }
  | { kind: 'multi'; id: string; count: number; isSequential: boolean }
  | { kind: 'sequence'; parts: Block[] }
  | { kind: 'choice'; id: string; parts: [Block, Block] }
  | { kind: 'parallel'; id: string; isWrapped: boolean; parts: Block[] }
  | { kind: 'loop'; id: string; body: Block }
  | { kind: 'timed'; id: string; event: string; timer: 'limit' | 'duration' | 'due'; alt: Block; multi?: Omit<Many, 'isKeyed'> | undefined }
  | { kind: 'reminder'; id: string; event: string; timer: 'limit' | 'duration'; side: Block }
  | { kind: 'event'; id: string; arms: [string, string]; parts: [Block, Block] }
  | { kind: 'service'; id: string; error?: { event: string; alt: Block } }
  | { kind: 'sub'; id: string; body: Block; many?: Many; guard?: Guard & { alt: Block } }
  | { kind: 'call'; id: string; called: string; body: Block; guard?: Guard & { alt: Block } }
  | { kind: 'restart'; id: string; body: Block; guard: Guard }
  | { kind: 'error'; id: string; gateway: string; event: string; body: Block | null; alt: Block };
/** A boundary event on a scope. */
export type Guard = { event: string; by: 'limit' | 'duration' | 'message' | 'error' };

/** The kinds that the generator draws. `BASIC` alone is the plain AND and XOR model. */
export const BASIC = ['task', 'sequence', 'choice', 'parallel', 'loop'] as const;
const ACTIVITIES = [
  'receive',
  'multi',
  'multiNone',
  'timed',
  'timedMulti',
  'due',
  'catch',
  'reminder',
  'event',
  'service',
  'serviceError',
] as const;
const SCOPES = ['sub', 'subTimed', 'subMessage', 'restart', 'errorSub', 'serviceSub'] as const;
const CALLS = ['call', 'callTimed'] as const;
const MANY = ['multiSub', 'multiSubTimed', 'consultation', 'serviceMulti'] as const;
export type Kind =
  (typeof BASIC)[number] | (typeof ACTIVITIES)[number] | (typeof SCOPES)[number] | (typeof CALLS)[number] | (typeof MANY)[number];
/** All kinds; the basic ones and the instances twice as often. */
export const ALL: readonly Kind[] = [...BASIC, ...BASIC, ...ACTIVITIES, ...SCOPES, ...CALLS, ...MANY, ...MANY];
/** Inside a multi-instance: no call, no further instance. */
const INSIDE: readonly Kind[] = [
  ...BASIC,
  ...ACTIVITIES.filter((kind) => !/^(multi|timedMulti)/.test(kind)),
  ...SCOPES.filter((kind) => kind !== 'serviceSub'),
];

/** The block tree of this seed: two blocks of the given depth, one after the other. */
export function generate(seed: number, kinds: readonly Kind[], depth: number): Block {
  const random = seededRandom(seed);
  let last = 0;
  return { kind: 'sequence', parts: [block(depth, false, kinds), block(depth, false, kinds)] };

  function id(prefix: string): string {
    return `${prefix}${++last}`;
  }
  function chance(share: number): boolean {
    return random() < share;
  }
  function task(): Block {
    return { kind: 'task', id: id('t') };
  }
  function many(least: number): Many {
    return { count: least + Math.floor(random() * (4 - least)), isSequential: chance(0.5), isKeyed: chance(0.5) };
  }
  function timer(): 'limit' | 'duration' {
    return chance(0.5) ? 'limit' : 'duration';
  }
  function block(left: number, isInLoop: boolean, allowed: readonly Kind[]): Block {
    const kind = left <= 0 ? 'task' : (allowed[Math.floor(random() * allowed.length)] ?? 'task');
    const deep = () => block(left - 1, isInLoop, allowed);
    const looped = () => block(left - 1, true, allowed);
    const called = () =>
      block(
        left - 1,
        isInLoop,
        allowed.filter((one) => !one.startsWith('call')),
      );
    const inside = () => block(Math.min(2, left - 1), false, INSIDE);
    switch (kind) {
      case 'task':
        return task();
      case 'sequence':
        return { kind, parts: Array.from({ length: chance(0.5) ? 3 : 2 }, deep) };
      case 'choice':
        return { kind, id: id('x'), parts: [deep(), deep()] };
      case 'parallel':
        return { kind, id: id('p'), isWrapped: chance(0.7), parts: [deep(), deep()] };
      case 'loop':
        return { kind, id: id('l'), body: looped() };
      case 'receive':
        return { kind, id: id('r') };
      case 'multi':
        return { kind, id: id('t'), count: 1 + Math.floor(random() * 3), isSequential: chance(0.5) };
      case 'multiNone':
        return { kind: 'multi', id: id('t'), count: 0, isSequential: false };
      case 'timed':
        return { kind, id: id('t'), event: id('bt'), timer: timer(), alt: deep() };
      case 'timedMulti':
        return { kind: 'timed', id: id('t'), event: id('bt'), timer: timer(), alt: deep(), multi: { count: 2, isSequential: chance(0.5) } };
      case 'due':
        return { kind: 'timed', id: id('t'), event: id('bd'), timer: 'due', alt: deep() };
      case 'catch':
        return { kind, id: id('d'), isLimited: chance(0.5) };
      case 'reminder':
        // a second reminder in a loop would be a second token
        return isInLoop ? task() : { kind, id: id('t'), event: id('bn'), timer: timer(), side: task() };
      case 'event':
        return { kind, id: id('e'), arms: [id('em'), id('et')], parts: [deep(), deep()] };
      case 'service':
        return { kind, id: id('v') };
      case 'serviceError':
        return { kind: 'service', id: id('v'), error: { event: id('be'), alt: deep() } };
      case 'sub':
        return { kind, id: id('s'), body: deep() };
      case 'subTimed':
        return { kind: 'sub', id: id('s'), body: deep(), guard: { event: id('bt'), by: timer(), alt: deep() } };
      case 'subMessage':
        return { kind: 'sub', id: id('s'), body: deep(), guard: { event: id('bm'), by: 'message', alt: deep() } };
      case 'restart':
        return { kind, id: id('s'), body: looped(), guard: { event: id('bm'), by: 'message' } };
      case 'errorSub': {
        const scope = id('s');
        return { kind: 'error', id: scope, gateway: `${scope}g`, event: id('be'), body: chance(0.3) ? null : deep(), alt: deep() };
      }
      case 'serviceSub':
        return {
          kind: 'sub',
          id: id('s'),
          body: { kind: 'sequence', parts: [deep(), { kind: 'service', id: id('v') }] },
          guard: { event: id('be'), by: 'error', alt: deep() },
        };
      case 'call':
        return { kind, id: id('c'), called: id('q'), body: called() };
      case 'callTimed':
        return { kind: 'call', id: id('c'), called: id('q'), body: called(), guard: { event: id('bt'), by: 'duration', alt: deep() } };
      case 'multiSub':
        return { kind: 'sub', id: id('s'), many: many(0), body: inside() };
      case 'multiSubTimed':
        return { kind: 'sub', id: id('s'), many: many(1), body: inside(), guard: { event: id('bt'), by: timer(), alt: deep() } };
      case 'consultation':
        return {
          kind: 'sub',
          id: id('s'),
          many: { ...many(1), isKeyed: true },
          body: { kind: 'timed', id: id('t'), event: id('bt'), timer: 'limit', alt: task() },
        };
      case 'serviceMulti': {
        const opinion: Block = { kind: 'timed', id: id('t'), event: id('bt'), timer: 'limit', alt: task() };
        return {
          kind: 'sub',
          id: id('s'),
          many: many(1),
          body: { kind: 'sequence', parts: [opinion, { kind: 'service', id: id('v') }] },
          guard: { event: id('be'), by: 'error', alt: deep() },
        };
      }
    }
  }
}

/** The blocks directly inside one. */
export function partsOf(block: Block): Block[] {
  switch (block.kind) {
    case 'sequence':
    case 'choice':
    case 'parallel':
    case 'event':
      return block.parts;
    case 'loop':
      return [block.body];
    case 'timed':
      return [block.alt];
    case 'reminder':
      return [block.side];
    case 'service':
      return block.error ? [block.error.alt] : [];
    case 'sub':
    case 'call':
      return block.guard ? [block.body, block.guard.alt] : [block.body];
    case 'restart':
      return [block.body];
    case 'error':
      return block.body ? [block.body, block.alt] : [block.alt];
    case 'task':
    case 'receive':
    case 'catch':
    case 'multi':
      return [];
  }
}

/** Parallel branches side by side, not each in a sub-process of its own. */
export function unwrapped(tree: Block): Block {
  return JSON.parse(JSON.stringify(tree), (key, value: unknown) => (key === 'isWrapped' ? false : value)) as Block;
}
