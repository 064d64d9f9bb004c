import { overlaps, segments } from './place-labels.mjs';

/** What a reader would stumble over: crossing lines, a line through a node, nodes or names one over another. */
export function judgeDrawing(diagram, bounds, routes, labels) {
  const faults = [];
  const flows = diagram.flows.map((flow) => ({ ...flow, parts: segments(routes.get(flow.id)) }));
  const boxes = [...bounds].map(([id, box]) => ({ id, ...box, host: diagram.nodes.get(id).host }));
  for (const [index, a] of flows.entries())
    for (const b of flows.slice(index + 1))
      if (a.to !== b.to)
        for (const one of a.parts) for (const two of b.parts) if (cross(one, two)) faults.push(`crossing: ${a.id} and ${b.id}`);
  for (const { id, from, to, parts } of flows)
    for (const box of boxes)
      if (box.id !== from && box.id !== to && parts.some((part) => overlaps(line(part), box))) faults.push(`${id} runs through ${box.id}`);
  const all = [...boxes, ...[...labels].map(([id, box]) => ({ id: `name of ${id}`, ...box }))];
  for (const [index, a] of all.entries())
    for (const b of all.slice(index + 1))
      if (overlaps(a, b) && a.host !== b.id && b.host !== a.id) faults.push(`${a.id} lies over ${b.id}`);
  for (const [id, box] of labels)
    for (const flow of flows)
      if (flow.parts.some((part) => overlaps(line(part), box))) faults.push(`${flow.id} runs through the name of ${id}`);
  return faults;
}

function line({ x1, y1, x2, y2 }) {
  return { x: Math.min(x1, x2) - 0.5, y: Math.min(y1, y2) - 0.5, width: Math.abs(x2 - x1) + 1, height: Math.abs(y2 - y1) + 1 };
}

function cross(a, b) {
  const isLying = (part) => part.y1 === part.y2;
  if (isLying(a) === isLying(b)) return overlaps(line(a), line(b));
  const [lying, standing] = isLying(a) ? [a, b] : [b, a];
  const within = (value, one, two) => value > Math.min(one, two) && value < Math.max(one, two);
  return within(standing.x1, lying.x1, lying.x2) && within(lying.y1, standing.y1, standing.y2);
}
