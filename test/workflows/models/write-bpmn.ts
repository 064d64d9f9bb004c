import { type Block, type Guard, type Many } from './blocks';
import * as x from './xml';

/** How conditions and collections are spelled: for the walks beside the reference, or as a diagram to be published. */
export type Spelling = { condition(gateway: string): string; collection(count: number, id: string): string };
export const spokenToWalk: Spelling = {
  condition: (gateway) => `=pick("${gateway}")`,
  collection: (count) => (count ? `=agencies${count}` : '=[]'),
};
export const spokenToPublish: Spelling = {
  condition: () => '=facts.receiptNeeded = true',
  collection: (_count, id) => `=output.${id}.agencies`,
};

type Ends = { first: string; last: string };
const LIMIT = { 'mc:limit': '3 working-days' };
const LONG_AGO = x.timer('2020-01-01T00:00:00Z', 'timeDate');

/** The tree as BPMN with exclusive merges, joins and boundary events. */
export function writeBpmn(tree: Block, spelling: Spelling): string {
  const processes: string[] = [];
  const messages = new Set<string>();
  const errors = new Set<string>();
  const main = x.process('main', scope(tree, 'start'), true);
  return x.definitions([...[...messages].map(x.message), ...[...errors].map(x.error), main, ...processes]);

  function scope(block: Block, startId: string): string[] {
    const items = [x.start(startId)];
    const { first, last } = write(block, items);
    items.push(x.end(`${startId}_end`), x.flow(startId, first), x.flow(last, `${startId}_end`));
    return items;
  }

  function write(block: Block, items: string[]): Ends {
    const { id } = block as { id: string };
    switch (block.kind) {
      case 'task':
        items.push(x.user(id));
        return { first: id, last: id };
      case 'receive':
        items.push(x.receive(id, messageFor(id)));
        return { first: id, last: id };
      case 'catch':
        items.push(block.isLimited ? x.catching(id, x.emptyTimer, LIMIT) : x.catching(id, LONG_AGO));
        return { first: id, last: id };
      case 'multi':
        items.push(x.user(id, loop(id, { ...block, isKeyed: false })));
        return { first: id, last: id };
      case 'sequence': {
        const ends = block.parts.map((part) => write(part, items));
        ends.slice(1).forEach(({ first }, place) => items.push(x.flow(ends[place]!.last, first)));
        return { first: ends[0]!.first, last: ends.at(-1)!.last };
      }
      case 'choice': {
        const [yes, no] = [write(block.parts[0], items), write(block.parts[1], items)];
        items.push(x.xor(id, `f_${id}_d`), x.flow(id, yes.first, spelling.condition(id), `f_${id}_c`));
        items.push(x.flow(id, no.first, undefined, `f_${id}_d`));
        return { first: id, last: merge(id, [yes.last, no.last], items) };
      }
      case 'parallel':
        return parallel(block, items);
      case 'loop': {
        const [into, out] = [`${id}m`, `${id}o`];
        const body = write(block.body, items);
        items.push(x.xor(into), x.xor(id, `f_${id}_d`), x.xor(out), x.flow(into, body.first), x.flow(body.last, id));
        items.push(x.flow(id, into, spelling.condition(id), `f_${id}_back`), x.flow(id, out, undefined, `f_${id}_d`));
        return { first: into, last: out };
      }
      case 'timed': {
        const alt = write(block.alt, items);
        items.push(
          x.user(id, block.multi ? loop(id, { ...block.multi, isKeyed: false }) : ''),
          timerOn(block.event, id, block.timer, true),
        );
        items.push(x.flow(block.event, alt.first));
        return { first: id, last: merge(id, [alt.last, id], items) };
      }
      case 'reminder': {
        const side = write(block.side, items);
        items.push(x.user(id), timerOn(block.event, id, block.timer, false), x.end(`${block.event}e`));
        items.push(x.flow(block.event, side.first), x.flow(side.last, `${block.event}e`));
        return { first: id, last: id };
      }
      case 'event': {
        const [onMessage, onTime] = block.arms;
        const parts = [write(block.parts[0], items), write(block.parts[1], items)] as const;
        items.push(x.eventGateway(id), x.catching(onMessage, x.onMessage(messageFor(onMessage))), x.catching(onTime, x.emptyTimer, LIMIT));
        items.push(...x.flows(id, onMessage, parts[0].first), ...x.flows(id, onTime, parts[1].first));
        return { first: id, last: merge(id, [parts[0].last, parts[1].last], items) };
      }
      case 'service': {
        items.push(x.service(id));
        if (!block.error) return { first: id, last: id };
        return guarded(id, { event: block.error.event, by: 'error' }, block.error.alt, items);
      }
      case 'sub':
        items.push(x.sub(id, scope(block.body, `${id}_start`), block.many ? loop(id, block.many) : ''));
        return block.guard ? guarded(id, block.guard, block.guard.alt, items) : { first: id, last: id };
      case 'call':
        processes.push(x.process(block.called, scope(block.body, `${block.called}_start`), false));
        items.push(x.call(id, block.called));
        return block.guard ? guarded(id, block.guard, block.guard.alt, items) : { first: id, last: id };
      case 'restart':
        items.push(x.sub(id, scope(block.body, `${id}_start`)), guard(id, block.guard), x.xor(`${id}m`));
        items.push(x.flow(`${id}m`, id), x.flow(block.guard.event, `${id}m`));
        return { first: `${id}m`, last: id };
      case 'error':
        return errorScope(block, items);
    }
  }

  function parallel({ id, parts, isWrapped }: Extract<Block, { kind: 'parallel' }>, items: string[]): Ends {
    const join = `${id}j`;
    items.push(x.fork(id), x.fork(join));
    parts.forEach((part, place) => {
      const wrap = `${id}s${place}`;
      if (isWrapped) items.push(x.sub(wrap, scope(part, `${wrap}_start`)));
      const { first, last } = isWrapped ? { first: wrap, last: wrap } : write(part, items);
      items.push(x.flow(id, first, undefined, `f_${id}_f${place}`), x.flow(last, join, undefined, `f_${id}_j${place}`));
    });
    return { first: id, last: join };
  }

  /** The body, then a gateway: an error end, or a normal one. */
  function errorScope({ id, gateway, event, body, alt }: Extract<Block, { kind: 'error' }>, items: string[]): Ends {
    const code = `err_${id}`;
    errors.add(code);
    const inner = [x.start(`${id}_start`)];
    const ends = body && write(body, inner);
    inner.push(x.xor(gateway, `f_${gateway}_d`), x.end(`${id}_ok`), x.end(`${id}_err`, x.onError(code)));
    inner.push(...(ends ? [x.flow(`${id}_start`, ends.first), x.flow(ends.last, gateway)] : [x.flow(`${id}_start`, gateway)]));
    inner.push(x.flow(gateway, `${id}_err`, spelling.condition(gateway), `f_${gateway}_c`));
    inner.push(x.flow(gateway, `${id}_ok`, undefined, `f_${gateway}_d`));
    const other = write(alt, items);
    items.push(x.sub(id, inner), x.boundary(event, id, x.onError(code)), x.flow(event, other.first));
    return { first: id, last: merge(id, [other.last, id], items) };
  }

  function guarded(id: string, by: Guard, alt: Block, items: string[]): Ends {
    const other = write(alt, items);
    items.push(guard(id, by), x.flow(by.event, other.first));
    return { first: id, last: merge(id, [other.last, id], items) };
  }

  function guard(host: string, { event, by }: Guard): string {
    if (by === 'limit' || by === 'duration') return timerOn(event, host, by, true);
    if (by === 'message') return x.boundary(event, host, x.onMessage(messageFor(event)));
    errors.add('E1');
    return x.boundary(event, host, x.onError('E1'));
  }

  function messageFor(id: string): string {
    messages.add(`msg_${id}`);
    return `msg_${id}`;
  }

  function loop(id: string, { count, isSequential, isKeyed }: Many): string {
    return x.multi({ isSequential, ...(isKeyed || !count ? { collection: spelling.collection(count, id) } : { cardinality: count }) });
  }
}

/** An exclusive merge of several ends, behind a block. */
function merge(id: string, ends: string[], items: string[]): string {
  items.push(x.xor(`${id}m`), ...ends.map((one, place) => x.flow(one, `${id}m`, undefined, `f_${id}m_${place}`)));
  return `${id}m`;
}

function timerOn(id: string, host: string, timer: 'limit' | 'duration' | 'due', isInterrupting: boolean): string {
  const attributes = { cancelActivity: String(isInterrupting), ...(timer === 'limit' ? LIMIT : {}) };
  return x.boundary(id, host, { limit: x.emptyTimer, duration: x.timer('PT48H'), due: LONG_AGO }[timer], attributes);
}
