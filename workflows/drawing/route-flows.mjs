const CELL = 10;
const BEND = 7;
const CROSSING = 40;
const NEAR_EDGE = 2;
const NEAR_NODE = 3;
const BUSY_PORT = 30;
/** right, down, left, up */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];
const SIDES = { right: 0, bottom: 1, left: 2, top: 3 };

/**
 * Draws every flow as straight lines between free sides of its nodes: few bends, few crossings, never through a node.
 * Flows into one target may run together; all others keep apart. Each flow is drawn again when all others are there,
 * so that the first ones do not block the way. No chance is used: the same layout gives the same drawing.
 */
export function routeFlows(flows, { bounds, participant, body, lanes }, hints = {}) {
  const grid = new Grid(participant, bounds);
  grid.fence(body);
  for (const lane of lanes) grid.avoid(lane);
  const length = ({ from, to }) => distance(bounds.get(from), bounds.get(to));
  const order = [...flows].sort((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1));
  const routes = new Map();
  for (let pass = 0; pass < 5; pass++)
    for (const flow of order) {
      grid.erase(routes.get(flow.id));
      const route = grid.find(flow, bounds, hints[flow.id] ?? {});
      if (!route) throw new Error(`no way for ${flow.id}`);
      routes.set(flow.id, route);
      grid.draw(route);
    }
  return new Map([...routes].map(([id, route]) => [id, route.points]));
}

function distance(a, b) {
  return Math.abs(a.x + a.width / 2 - b.x - b.width / 2) + Math.abs(a.y + a.height / 2 - b.y - b.height / 2);
}

class Grid {
  constructor({ width, height }, bounds) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    const size = this.columns * this.rows;
    this.blocked = new Uint8Array(size);
    this.near = new Uint8Array(size);
    this.border = new Uint8Array(size);
    /** Per cell and direction (0 lying, 1 standing): the routes that pass. */
    this.passing = [Array.from({ length: size }), Array.from({ length: size })];
    this.ports = new Map();
    for (const box of bounds.values()) this.block(box);
  }

  block({ x, y, width, height }) {
    this.each(x - 15, y - 15, x + width + 15, y + height + 15, (cell) => (this.near[cell] = 1));
    this.each(x - 1, y - 1, x + width + 1, y + height + 1, (cell) => (this.blocked[cell] = 1));
  }

  /** The frame of the body: nothing passes. */
  fence({ x, y, width, height }) {
    for (const [x1, y1, x2, y2] of [
      [x, y, x + width, y],
      [x, y + height, x + width, y + height],
      [x, y, x, y + height],
      [x + width, y, x + width, y + height],
    ])
      this.each(x1 - 5, y1 - 5, x2 + 5, y2 + 5, (cell) => (this.blocked[cell] = 1));
  }

  /** A flow on the border of a lane would be taken for the border. */
  avoid({ x, y, width }) {
    this.each(x, y - 5, x + width, y + 5, (cell) => (this.border[cell] = 1));
  }

  each(x1, y1, x2, y2, mark) {
    for (let row = Math.max(0, Math.ceil(y1 / CELL)); row <= y2 / CELL && row < this.rows; row++)
      for (let column = Math.max(0, Math.ceil(x1 / CELL)); column <= x2 / CELL && column < this.columns; column++)
        mark(row * this.columns + column);
  }

  draw(route) {
    for (const [cell, axis] of route.cells) (this.passing[axis][cell] ??= []).push(route);
    for (const port of route.ports) this.ports.set(port, [...(this.ports.get(port) ?? []), route]);
  }

  erase(route) {
    if (!route) return;
    for (const [cell, axis] of route.cells) this.passing[axis][cell] = this.passing[axis][cell].filter((one) => one !== route);
    for (const port of route.ports)
      this.ports.set(
        port,
        this.ports.get(port).filter((one) => one !== route),
      );
  }

  /** The places where a flow may leave or enter a node, each with its cost: forwards is best. */
  doors(id, box, isLeaving, side, to) {
    const liking = isLeaving ? { right: 0, bottom: 3, top: 3, left: 8 } : { left: 0, top: 3, bottom: 3, right: 8 };
    const x = Math.round((box.x + box.width / 2) / CELL);
    const y = Math.round((box.y + box.height / 2) / CELL);
    const open = side ? [side] : box.side ? [box.side] : Object.keys(SIDES);
    return open.map((name) => {
      const turn = SIDES[name];
      const [dx, dy] = STEPS[turn];
      const reach = Math.floor((dx ? box.width : box.height) / 2 / CELL) + 1;
      const point = [x * CELL + (dx * box.width) / 2, y * CELL + (dy * box.height) / 2];
      const port = `${id}/${name}`;
      const users = this.ports.get(port) ?? [];
      const strangers = users.filter((route) => isLeaving || route.to !== to).length;
      const cost = liking[name] + strangers * BUSY_PORT + (users.length - strangers) * 4;
      return { cell: (y + dy * reach) * this.columns + x + dx * reach, turn, point, port, cost };
    });
  }

  find(flow, bounds, hint) {
    const starts = this.doors(flow.from, bounds.get(flow.from), true, hint.from, flow.to);
    const ends = this.doors(flow.to, bounds.get(flow.to), false, hint.to, flow.to);
    const goal = bounds.get(flow.to);
    const gx = (goal.x + goal.width / 2) / CELL;
    const gy = (goal.y + goal.height / 2) / CELL;
    const far = Math.max(goal.width, goal.height) / CELL + 2;
    const guess = (cell) => Math.max(0, Math.abs((cell % this.columns) - gx) + Math.abs(Math.floor(cell / this.columns) - gy) - far);
    const best = new Map();
    const heap = new Heap();
    const reach = (state, cost, before) => {
      if (cost >= (best.get(state)?.cost ?? Infinity)) return;
      best.set(state, { cost, before });
      heap.push(cost + guess(state >> 2), state);
    };
    for (const door of starts) reach(door.cell * 4 + door.turn, door.cost, door);
    let finish;
    while (heap.size) {
      const state = heap.pop();
      const { cost, isClosed } = best.get(state);
      if (isClosed) continue;
      best.get(state).isClosed = true;
      if (finish && cost >= finish.cost) break;
      const cell = state >> 2;
      const turn = state & 3;
      for (const end of ends)
        if (end.cell === cell) {
          const last = (end.turn + 2) % 4;
          if (turn === end.turn) continue;
          const total = cost + end.cost + (turn === last ? 0 : BEND);
          if (total < (finish?.cost ?? Infinity)) finish = { cost: total, state, end };
        }
      for (let next = 0; next < 4; next++) {
        if (next === (turn + 2) % 4) continue;
        const [dx, dy] = STEPS[next];
        const column = (cell % this.columns) + dx;
        const row = Math.floor(cell / this.columns) + dy;
        if (column < 1 || row < 1 || column >= this.columns - 1 || row >= this.rows - 1) continue;
        const there = row * this.columns + column;
        const step = this.price(there, next, flow);
        if (step === Infinity) continue;
        reach(there * 4 + next, cost + step + (next === turn ? 0 : BEND), state);
      }
    }
    return finish && this.trace(flow, finish, best);
  }

  price(cell, turn, flow) {
    if (this.blocked[cell]) return Infinity;
    const axis = turn % 2;
    let cost = 1 + this.near[cell] * NEAR_NODE + (axis === 0 ? this.border[cell] * NEAR_NODE : 0);
    for (const other of this.passing[axis][cell] ?? []) {
      if (other.to !== flow.to) return Infinity;
      cost -= 0.4;
      break;
    }
    for (const other of this.passing[1 - axis][cell] ?? []) if (other.to !== flow.to) cost += CROSSING;
    const side = axis === 0 ? this.columns : 1;
    for (const beside of [cell - side, cell + side])
      for (const other of this.passing[axis][beside] ?? []) if (other.to !== flow.to) cost += NEAR_EDGE;
    return Math.max(cost, 0.6);
  }

  trace(flow, { state, end }, best) {
    const cells = [];
    let before = state;
    while (typeof before === 'number') {
      cells.unshift(before);
      before = best.get(before).before;
    }
    const points = [before.point, ...cells.map((one) => this.pointOf(one >> 2)), end.point];
    const used = [];
    cells.forEach((one, index) => {
      used.push([one >> 2, (one & 3) % 2]);
      const next = cells[index + 1];
      const leaving = next === undefined ? end.turn % 2 : (next & 3) % 2;
      if (leaving !== (one & 3) % 2) used.push([one >> 2, leaving]);
    });
    return { id: flow.id, to: flow.to, points: straighten(points), cells: used, ports: [before.port, end.port] };
  }

  pointOf(cell) {
    return [(cell % this.columns) * CELL, Math.floor(cell / this.columns) * CELL];
  }
}

function straighten(points) {
  return points.filter(([x, y], index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    return !before || !after || !((before[0] === x && after[0] === x) || (before[1] === y && after[1] === y));
  });
}

class Heap {
  #items = [];
  get size() {
    return this.#items.length;
  }
  push(key, value) {
    const items = this.#items;
    items.push([key, value]);
    for (let at = items.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      if (!before(items[at], items[up])) break;
      [items[at], items[up]] = [items[up], items[at]];
      at = up;
    }
  }
  pop() {
    const items = this.#items;
    const [top] = items;
    const last = items.pop();
    if (items.length) {
      items[0] = last;
      for (let at = 0; ;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < items.length && before(items[child], items[least])) least = child;
        if (least === at) break;
        [items[at], items[least]] = [items[least], items[at]];
        at = least;
      }
    }
    return top[1];
  }
}
/** Equal costs go by number, never by the order of arrival. */
const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
