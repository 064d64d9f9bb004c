import { type Block, type Guard, type Many } from './blocks';

/** One thing that may happen next. */
export type Open = { id: string; index: number | undefined; fire(): void; fail?: () => void };
type Entry = Open & { scope: Scope };
type Scope = { count: number; parent: Scope | undefined; index: number | undefined; finish(): void; fail?: () => void };
type Next = () => void;

/**
 * What a block tree means, written as continuations on the tree: too small to be
 * wrong, and knows nothing of BPMN. `decide` answers a gateway for an instance.
 */
export class Reference {
  open: Entry[] = [];
  isDone = false;
  private readonly decide: (gateway: string, index: number | undefined) => boolean;

  constructor(root: Block, decide: (gateway: string, index: number | undefined) => boolean) {
    this.decide = decide;
    this.body(root, undefined, undefined, () => {
      this.isDone = true;
    });
  }

  private add(id: string, scope: Scope, then: Next, index = indexAt(scope)): Entry {
    const entry: Entry = {
      id,
      index,
      scope,
      fire: () => {
        this.remove([entry]);
        then();
      },
    };
    this.open.push(entry);
    return entry;
  }

  private remove(entries: Entry[]): void {
    this.open = this.open.filter((entry) => !entries.includes(entry));
  }

  private cancel(scope: Scope): void {
    this.open = this.open.filter((entry) => !isUnder(entry.scope, scope));
  }

  private leave(scope: Scope): void {
    if (--scope.count === 0) scope.finish();
  }

  private body(block: Block, parent: Scope | undefined, index: number | undefined, finish: Next): void {
    const scope: Scope = { count: 1, parent, index, finish };
    this.start(block, scope, () => this.leave(scope));
  }

  /** Opens the instances of a task; answers what cancels those still open. */
  private instances(id: string, scope: Scope, { count, isSequential }: Omit<Many, 'isKeyed'>, next: Next): Next {
    let entries: Entry[] = [];
    let left = count;
    if (!count) next();
    else for (let index = 0; index < (isSequential ? 1 : count); index++) one(this, index);
    return () => this.remove(entries);

    function one(self: Reference, index: number) {
      const entry = self.add(
        id,
        scope,
        () => {
          entries = entries.filter((other) => other !== entry);
          if (!--left) next();
          else if (isSequential) one(self, index + 1);
        },
        index,
      );
      entries.push(entry);
    }
  }

  /** A scope, or several instances of one, with or without a boundary event. */
  private guarded(body: Block, many: Many | undefined, guard: Guard | undefined, scope: Scope, then: Next, next: Next): void {
    const inner: Scope = {
      count: 1,
      parent: scope,
      index: undefined,
      finish: () => {
        this.remove(timers);
        next();
      },
    };
    const strike = () => {
      this.cancel(inner);
      then();
    };
    if (guard?.by === 'error') inner.fail = strike;
    const timers = guard && guard.by !== 'error' ? [this.add(guard.event, scope, strike)] : [];
    if (!many) return this.start(body, inner, () => this.leave(inner));
    let left = many.count;
    if (!left) return this.leave(inner);
    const one = (index: number) =>
      this.body(body, inner, index, () => {
        if (!--left) this.leave(inner);
        else if (many.isSequential) one(index + 1);
      });
    for (let index = 0; index < (many.isSequential ? 1 : many.count); index++) one(index);
  }

  private start(block: Block, scope: Scope, next: Next): void {
    switch (block.kind) {
      case 'task':
      case 'receive':
      case 'catch':
        this.add(block.id, scope, next);
        return;
      case 'multi':
        this.instances(block.id, scope, block, next);
        return;
      case 'sequence':
        return this.inOrder(block.parts, scope, next);
      case 'choice':
        return this.start(block.parts[this.decide(block.id, indexAt(scope)) ? 0 : 1], scope, next);
      case 'parallel': {
        let left = block.parts.length;
        const arrive = () => {
          if (!--left) next();
        };
        for (const part of block.parts) {
          if (block.isWrapped) this.body(part, scope, undefined, arrive);
          else this.start(part, scope, arrive);
        }
        return;
      }
      case 'loop': {
        const round = () => this.start(block.body, scope, () => (this.decide(block.id, indexAt(scope)) ? round() : next()));
        return round();
      }
      case 'timed': {
        const done = () => {
          this.remove([timer]);
          next();
        };
        const cancel = block.multi ? this.instances(block.id, scope, block.multi, done) : this.single(block.id, scope, done);
        const timer = this.add(block.event, scope, () => {
          cancel();
          this.start(block.alt, scope, next);
        });
        return;
      }
      case 'reminder': {
        const timer = this.add(block.event, scope, () => {
          scope.count++;
          this.start(block.side, scope, () => this.leave(scope));
        });
        this.add(block.id, scope, () => {
          this.remove([timer]);
          next();
        });
        return;
      }
      case 'event': {
        const arms: Entry[] = block.arms.map((arm, place) =>
          this.add(arm, scope, () => {
            this.remove(arms);
            this.start(block.parts[place as 0 | 1], scope, next);
          }),
        );
        return;
      }
      case 'service':
        return this.service(block, scope, next);
      case 'sub':
      case 'call':
        return this.guarded(
          block.body,
          block.kind === 'sub' ? block.many : undefined,
          block.guard,
          scope,
          () => block.guard && this.start(block.guard.alt, scope, next),
          next,
        );
      case 'restart': {
        const round = () => this.guarded(block.body, undefined, block.guard, scope, round, next);
        return round();
      }
      case 'error': {
        const inner: Scope = { count: 1, parent: scope, index: undefined, finish: next };
        const decide = () => {
          if (!this.decide(block.gateway, indexAt(scope))) return this.leave(inner);
          this.cancel(inner);
          this.start(block.alt, scope, next);
        };
        return block.body ? this.start(block.body, inner, decide) : decide();
      }
    }
  }

  private inOrder([first, ...rest]: Block[], scope: Scope, next: Next): void {
    if (first) this.start(first, scope, () => this.inOrder(rest, scope, next));
    else next();
  }

  private single(id: string, scope: Scope, done: Next): Next {
    const entry = this.add(id, scope, done);
    return () => this.remove([entry]);
  }

  /** May fail, if an error boundary event is on it or around it. */
  private service({ id, error }: Extract<Block, { kind: 'service' }>, scope: Scope, next: Next): void {
    const entry = this.add(id, scope, next);
    const catcher = around(scope);
    if (error)
      entry.fail = () => {
        this.remove([entry]);
        this.start(error.alt, scope, next);
      };
    else if (catcher?.fail) entry.fail = catcher.fail;
  }
}

function indexAt(scope: Scope | undefined): number | undefined {
  for (let one = scope; one; one = one.parent) if (one.index !== undefined) return one.index;
  return undefined;
}

function around(scope: Scope | undefined): Scope | undefined {
  for (let one = scope; one; one = one.parent) if (one.fail) return one;
  return undefined;
}

function isUnder(scope: Scope | undefined, above: Scope): boolean {
  for (let one = scope; one; one = one.parent) if (one === above) return true;
  return false;
}
