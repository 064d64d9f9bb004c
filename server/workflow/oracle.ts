import { type LoopBehaviour } from './engine-parts';
import { type Part, type Shape } from './oracle-shape';

/**
 * A token. `scope` is the token of the surrounding sub-process, instance or
 * multi-instance root (0: the process); `host` the one it hangs on (a boundary
 * event, an arm of an event gateway); `index` an instance of a multi-instance,
 * `count` its root.
 */
export type Token = {
  id: number;
  element: string;
  scope: number;
  host?: number;
  isArm?: boolean;
  index?: number;
  count?: number;
};

const WAITS = new Set(['UserTask', 'ManualTask', 'ServiceTask', 'SendTask', 'BusinessRuleTask', 'ReceiveTask', 'IntermediateCatchEvent']);
const SCOPES = new Set(['SubProcess', 'CallActivity']);

/** Why a diagram cannot be walked: its element, and which fault. */
export class Unsound extends Error {
  readonly elementId: string;
  readonly fault: 'join-waits' | 'no-flow-taken' | 'error-uncaught';

  constructor(elementId: string, fault: Unsound['fault']) {
    super(`${elementId}: ${fault}`);
    this.elementId = elementId;
    this.fault = fault;
  }
}

/**
 * A second, independent reading of a diagram: tokens and nothing else. It is the
 * measure for the engine in the tests, and walks a diagram a few hundred times
 * before it may be published. Cycles fire once here; two tokens in one activity
 * are two waits, where the engine shows one after the other.
 */
export class Oracle {
  readonly shape: Shape;
  tokens: Token[] = [];
  /** How many tokens have arrived at a join, by flow; keyed scope/join. */
  joins = new Map<string, Map<string, number>>();
  ended = false;
  private last = 0;

  constructor(shape: Shape) {
    this.shape = shape;
    this.enterScope(shape.main, 0);
    this.settle();
  }

  waits(): Token[] {
    return this.tokens.filter((token) => {
      const { type } = this.partOf(token);
      return token.count === undefined && !SCOPES.has(type) && type !== 'EventBasedGateway';
    });
  }

  complete({ id }: Token): void {
    const token = this.find(id);
    if (!token) throw new Error(`no token ${id}`);
    const part = this.partOf(token);
    if (part.attachedTo) {
      // an interrupting event takes its host and all that hangs on it
      this.drop(part.isInterrupting ? this.find(token.host) : token);
      this.leave(part, token.scope);
    } else if (token.isArm) {
      // the other arms go with the gateway
      this.drop(this.find(token.host));
      this.leave(part, token.scope);
    } else this.finish(token);
    this.settle();
  }

  /** A service answered with an error. */
  fail({ id }: Token, code: string): void {
    this.raise(this.find(id), code, id);
    this.settle();
  }

  /** The code an open service may fail with, if anything around catches it. */
  mayFail(token: Token): string | undefined {
    if (!/^(Service|Send|BusinessRule)Task$/.test(this.partOf(token).type)) return;
    return this.catcher(token, undefined)?.event.code;
  }

  /** The index of the nearest multi-instance around a token, or its own. */
  indexAt(scope: number): number | undefined {
    for (let token = this.find(scope); token; token = this.find(token.scope)) if (token.index !== undefined) return token.index;
    return undefined;
  }

  partOf(token: Token): Part {
    return this.part(token.element);
  }

  private part(id: string): Part {
    const part = this.shape.parts.get(id);
    if (!part) throw new Error(`no element ${id}`);
    return part;
  }

  private find(id: number | undefined): Token | undefined {
    return this.tokens.find((token) => token.id === id);
  }

  /** The nearest error boundary event around (of this code), and its host: a multi-instance as a whole. */
  private catcher(from: Token | undefined, code: string | undefined): { host: Token; event: Part } | undefined {
    for (let token = from; token; token = this.find(token.scope)) {
      if (token.index !== undefined) continue;
      const event = this.shape.boundaries
        .get(token.element)
        ?.find((part) => part.event === 'ErrorEventDefinition' && (!code || part.code === code));
      if (event) return { host: token, event };
    }
    return undefined;
  }

  private raise(from: Token | undefined, code: string | undefined, at: number | string): void {
    const caught = this.catcher(from, code);
    if (!caught) throw new Unsound(String(from?.element ?? at), 'error-uncaught');
    this.drop(caught.host);
    this.leave(caught.event, caught.host.scope);
  }

  private enter(part: Part, scope: number, flow: string): void {
    // an error took the scope meanwhile
    if (scope && !this.find(scope)) return;
    if (part.type === 'ParallelGateway') {
      if (part.arrivals > 1 && !this.mayOpen(part, scope, flow)) return;
      return this.leave(part, scope);
    }
    if (part.type === 'EventBasedGateway') {
      const gateway = this.place(part, scope, {});
      for (const { to } of part.out) this.place(this.part(to), scope, { host: gateway.id, isArm: true });
      return;
    }
    if (part.type === 'EndEvent') return this.end(part, scope);
    if (!WAITS.has(part.type) && !SCOPES.has(part.type)) return this.leave(part, scope);
    const { loop } = part;
    if (!loop) return this.inside(part, this.host(part, scope, {}));
    const count = this.countOf(loop);
    const root = this.host(part, scope, { count });
    for (let index = 0; index < (loop.isSequential ? Math.min(1, count) : count); index++) this.instance(root, index);
  }

  private countOf({ collection, loopCardinality = 1 }: LoopBehaviour): number {
    const text = collection ?? String(loopCardinality);
    return text.startsWith('=') ? this.shape.count(text) : Number(text);
  }

  private end(part: Part, scope: number): void {
    if (part.event === 'ErrorEventDefinition') return this.raise(this.find(scope), part.code, part.id);
    if (part.event === 'TerminateEventDefinition') for (const token of this.tokens.filter((one) => one.scope === scope)) this.drop(token);
  }

  private instance(root: Token, index: number): void {
    if (this.find(root.id)) this.inside(this.partOf(root), this.place(this.partOf(root), root.id, { index }));
  }

  private inside(part: Part, token: Token): void {
    if (SCOPES.has(part.type)) this.enterScope(part.called ?? part.id, token.id);
  }

  private enterScope(id: string, scope: number): void {
    for (const start of this.shape.starts.get(id) ?? []) this.enter(start, scope, '');
  }

  private leave(part: Part, scope: number): void {
    if (part.type === 'ExclusiveGateway') {
      const taken = part.out.find((flow) => flow.isDefault || !flow.condition || this.shape.condition(flow.condition, this.indexAt(scope)));
      if (!taken) throw new Unsound(part.id, 'no-flow-taken');
      return this.enter(this.part(taken.to), scope, taken.id);
    }
    for (const { id, to } of part.out) this.enter(this.part(to), scope, id);
  }

  /** A task, a scope or one instance is done. */
  private finish(token: Token): void {
    const part = this.partOf(token);
    const root = token.index === undefined ? undefined : this.find(token.scope);
    this.drop(token);
    if (!root) return this.leave(part, token.scope);
    const next = (token.index ?? 0) + 1;
    if (part.loop?.isSequential && next < (root.count ?? 0)) return this.instance(root, next);
    if (!this.tokens.some(({ scope }) => scope === root.id)) this.finish(root);
  }

  /** Counts arrivals per flow; opens when each flow has one, and takes one from each. */
  private mayOpen(part: Part, scope: number, flow: string): boolean {
    const key = `${scope}/${part.id}`;
    const arrived = this.joins.get(key) ?? new Map<string, number>();
    this.joins.set(key, arrived);
    arrived.set(flow, (arrived.get(flow) ?? 0) + 1);
    if (arrived.size < part.arrivals) return false;
    for (const [one, tokens] of arrived) {
      if (tokens > 1) arrived.set(one, tokens - 1);
      else arrived.delete(one);
    }
    if (!arrived.size) this.joins.delete(key);
    return true;
  }

  /** A scope without tokens is done; so is a multi-instance of none. */
  private settle(): void {
    for (;;) {
      const done = this.tokens.find(
        (token) => (SCOPES.has(this.partOf(token).type) || token.count === 0) && !this.tokens.some((inner) => inner.scope === token.id),
      );
      if (!done) break;
      for (const key of this.joins.keys()) if (key.startsWith(`${done.id}/`)) throw new Unsound(key.split('/')[1] ?? '', 'join-waits');
      this.finish(done);
    }
    if (!this.tokens.length) this.ended = true;
  }

  /** A token with its boundary events. */
  private host(part: Part, scope: number, extra: Partial<Token>): Token {
    const token = this.place(part, scope, extra);
    for (const boundary of this.shape.boundaries.get(part.id) ?? [])
      if (boundary.event !== 'ErrorEventDefinition') this.place(boundary, scope, { host: token.id });
    return token;
  }

  private place(part: Part, scope: number, extra: Partial<Token>): Token {
    const token = { id: ++this.last, element: part.id, scope, ...extra };
    this.tokens.push(token);
    return token;
  }

  /** With everything inside and attached. */
  private drop(token: Token | undefined): void {
    const at = token ? this.tokens.indexOf(token) : -1;
    if (!token || at < 0) return;
    this.tokens.splice(at, 1);
    for (const one of this.tokens.filter(({ scope, host }) => scope === token.id || host === token.id)) this.drop(one);
    for (const key of this.joins.keys()) if (key.startsWith(`${token.id}/`)) this.joins.delete(key);
  }
}
