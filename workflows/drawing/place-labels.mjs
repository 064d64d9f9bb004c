const LINE = 14;
const LETTER = 6.3;
/** A viewer breaks the text beside a node or flow at this width. */
const WRAP = 90;
const CLOSE = 4;

/**
 * Puts the names of gateways, events and flows where they cover least: no node, no line, no other name. Nodes choose
 * first, because a reader looks for a question beside its gateway; a flow's name stays near where the flow begins.
 */
export function placeLabels({ nodes, flows }, { bounds, lanes }, routes) {
  const taken = [...bounds].map(([, box]) => grow(box, 2));
  const borders = lanes.flatMap(({ x, y, width, height }) => [
    { x1: x, y1: y, x2: x + width, y2: y },
    { x1: x, y1: y, x2: x, y2: y + height },
  ]);
  const lines = [...[...routes.values()].flatMap(segments), ...borders];
  const labels = new Map();
  const put = (id, options) => {
    const [best] = options.map((box, index) => ({ box, cost: cover(box, taken, lines) + index * 0.5 })).sort((a, b) => a.cost - b.cost);
    labels.set(id, best.box);
    taken.push(best.box);
  };
  for (const node of nodes.values()) if (node.name && node.width < 60) put(node.id, besideNode(bounds.get(node.id), measure(node.name)));
  for (const flow of flows) if (flow.name) put(flow.id, alongFlow(routes.get(flow.id), measure(flow.name)));
  return labels;
}

/** The viewer's type at 11 points: about 6.3 a letter, broken between words, with a little air so that it breaks nowhere else. */
export function measure(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length * LETTER > WRAP && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return { width: Math.ceil(Math.max(...lines.map((line) => line.length)) * LETTER) + 8, height: lines.length * LINE };
}

function besideNode(box, { width, height }) {
  const middle = box.x + box.width / 2;
  const centred = middle - width / 2;
  const inner = box.width / 5;
  const places = [
    [centred, box.y + box.height + CLOSE],
    [centred, box.y - height - CLOSE],
    [middle + inner, box.y + box.height - inner],
    [middle - inner - width, box.y + box.height - inner],
    [middle + inner, box.y - height + inner],
    [middle - inner - width, box.y - height + inner],
    [box.x + box.width + CLOSE, box.y + (box.height - height) / 2],
    [box.x - width - CLOSE, box.y + (box.height - height) / 2],
  ];
  for (const far of [12, 24])
    places.push(
      [middle + CLOSE, box.y + box.height + far],
      [middle - width - CLOSE, box.y + box.height + far],
      [middle + CLOSE, box.y - height - far],
      [middle - width - CLOSE, box.y - height - far],
    );
  return places.map(([x, y]) => ({ x: Math.round(x), y: Math.round(y), width, height }));
}

function alongFlow(points, { width, height }) {
  const options = [];
  for (const { x1, y1, x2, y2 } of segments(points).slice(0, 3)) {
    const long = Math.abs(x2 - x1) + Math.abs(y2 - y1);
    for (let at = 3; at <= Math.max(3, Math.min(long, 160)); at += 8) {
      const x = x1 + Math.sign(x2 - x1) * at;
      const y = y1 + Math.sign(y2 - y1) * at;
      if (y1 === y2) {
        const left = x2 > x1 ? x : x - width;
        options.push([left, y - height - 2], [left, y + 3]);
      } else {
        const top = y2 > y1 ? y : y - height;
        options.push([x + CLOSE, top], [x - width - CLOSE, top]);
      }
    }
  }
  return options.map(([x, y]) => ({ x: Math.round(x), y: Math.round(y), width, height }));
}

function cover(box, taken, lines) {
  let cost = 0;
  for (const other of taken) if (overlaps(box, other)) cost += 60;
  for (const { x1, y1, x2, y2 } of lines) {
    const line = { x: Math.min(x1, x2) - 1, y: Math.min(y1, y2) - 1, width: Math.abs(x2 - x1) + 2, height: Math.abs(y2 - y1) + 2 };
    if (overlaps(box, line)) cost += 25;
  }
  return cost;
}

export function segments(points) {
  return points.slice(1).map(([x2, y2], index) => ({ x1: points[index][0], y1: points[index][1], x2, y2 }));
}

export function overlaps(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function grow({ x, y, width, height }, by) {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
