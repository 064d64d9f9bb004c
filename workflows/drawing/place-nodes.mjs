import { measure } from './place-labels.mjs';

const GAP = 40;
const ROW = 120;
const LANE_LABEL = 30;
const PAD = 20;
const snap = (value) => Math.round(value / 10) * 10;

/**
 * Turns the hand-set places of a layout (column, row within the lane) into bounds. A column is as wide as its widest
 * node, so that gateways and events do not cost the room of a task. All centres lie on the grid of ten.
 */
export function placeNodes(diagram, layout) {
  const columns = columnCentres(diagram, layout);
  const left = 2 * LANE_LABEL + 90;
  const bodyLeft = left - LANE_LABEL;
  const lanes = [];
  let y = PAD + 20;
  const bodyTop = y;
  for (const [id, rows] of Object.entries(layout.lanes)) {
    const height = snap(rows * ROW) + PAD;
    lanes.push({ id, x: bodyLeft + LANE_LABEL, y, height });
    y += height;
  }
  const bodyRight = snap(left + columns.right + PAD);
  for (const lane of lanes) lane.width = bodyRight - lane.x;
  const body = { x: bodyLeft, y: bodyTop, width: bodyRight - bodyLeft, height: y - bodyTop };
  const bounds = new Map();
  const put = (node, x, yCentre) =>
    bounds.set(node.id, { x: snap(x) - node.width / 2, y: snap(yCentre) - node.height / 2, width: node.width, height: node.height });
  for (const [id, [column, row]] of Object.entries(layout.nodes)) {
    const node = diagram.nodes.get(id);
    if (!node) throw new Error(`${id} is placed but not in the diagram`);
    const top = node.lane ? lanes.find((lane) => lane.id === node.lane).y + PAD / 2 : y + 60;
    put(node, left + columns.at(column), top + (row + 0.5) * ROW);
  }
  for (const [id, x] of [
    [`${diagram.id}Start`, bodyLeft - 50],
    ['finished', bodyRight + 50],
  ])
    put(diagram.nodes.get(id), x, bodyTop + PAD / 2 + (layout.doorRow + 0.5) * ROW);
  for (const node of diagram.nodes.values()) {
    if (node.host) putOnBorder(node, layout.borders[node.id], node.host === 'body' ? body : bounds.get(node.host), bounds, left, columns);
    if (!bounds.has(node.id)) throw new Error(`${node.id} has no place in the layout`);
  }
  const bottom = Math.max(...[...bounds.values()].map((one) => one.y + one.height), y) + 2 * PAD;
  const participant = { x: 0, y: 0, width: bodyRight + 100, height: snap(bottom) };
  return { bounds, lanes, body, participant };
}

/** A boundary event sits on its host's border: side, and how far along it (a share of a task's width, a column of the body). */
function putOnBorder(node, place, host, bounds, left, columns) {
  if (!place) throw new Error(`${node.id} has no place on its host`);
  const [side, along] = place;
  const x = node.host === 'body' ? left + columns.at(along) : host.x + host.width * along;
  const y = side === 'top' ? host.y : host.y + host.height;
  bounds.set(node.id, { x: snap(x) - node.width / 2, y: y - node.height / 2, width: node.width, height: node.height, side });
}

function columnCentres({ nodes, flows }, layout) {
  const widths = [];
  for (const [id, [column]] of Object.entries(layout.nodes)) {
    const node = nodes.get(id);
    if (node?.lane && Number.isInteger(column)) widths[column] = Math.max(widths[column] ?? 0, node.width + GAP);
  }
  for (const { name, from, to } of flows) {
    const [start, end] = [layout.nodes[from], layout.nodes[to]];
    if (name && start && end && start[1] === end[1] && nodes.get(from).lane === nodes.get(to).lane && Math.abs(start[0] - end[0]) === 1)
      widths[start[0]] = Math.max(widths[start[0]], nodes.get(from).width + GAP + Math.max(0, measure(name).width - GAP + 44));
  }
  const centres = [];
  let x = 0;
  for (let column = 0; column < widths.length; column++) {
    const width = Math.max(widths[column] ?? GAP, layout.widths?.[column] ?? 0);
    centres.push(x + width / 2);
    x += width;
  }
  return {
    right: x,
    at(column) {
      const whole = Math.min(Math.floor(column), centres.length - 1);
      return centres[whole] + ((centres[whole + 1] ?? x) - centres[whole]) * (column - whole);
    },
  };
}
