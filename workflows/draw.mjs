/**
 * Draws the diagrams: reads `diagrams/<name>/process.bpmn` and the hand-set places in `layout.json` beside it, and
 * writes the drawing (BPMN DI) back into the file. The same input gives the same drawing, byte for byte.
 *
 *   node workflows/draw.mjs [--check] [name …]
 *
 * `--check` writes nothing and fails where a drawing is not what its layout gives.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { judgeDrawing } from './drawing/judge-drawing.mjs';
import { placeLabels } from './drawing/place-labels.mjs';
import { placeNodes } from './drawing/place-nodes.mjs';
import { readDiagram } from './drawing/read-diagram.mjs';
import { routeFlows } from './drawing/route-flows.mjs';
import { writeDrawing } from './drawing/write-drawing.mjs';

const folder = new URL('diagrams/', import.meta.url);
const isCheck = process.argv.includes('--check');
const asked = process.argv.slice(2).filter((one) => !one.startsWith('--'));

for (const name of asked.length ? asked : readdirSync(folder).sort()) {
  const file = new URL(`${name}/process.bpmn`, folder);
  const xml = readFileSync(file, 'utf8');
  const layout = JSON.parse(readFileSync(new URL(`${name}/layout.json`, folder), 'utf8'));
  const { drawn, faults } = await draw(xml, layout);
  for (const fault of faults) console.log(`${name}: ${fault}`);
  if (!isCheck) writeFileSync(file, drawn);
  else if (drawn !== xml) {
    console.log(`${name}: the drawing is not what its layout gives; run node workflows/draw.mjs`);
    process.exitCode = 1;
  }
}

async function draw(xml, layout) {
  const diagram = await readDiagram(xml);
  const places = placeNodes(diagram, layout);
  // The body is a frame, not an obstacle: the two flows that enter and leave it are drawn straight.
  const isDoor = ({ from, to }) => from === 'body' || to === 'body';
  const routes = routeFlows(
    diagram.flows.filter((flow) => !isDoor(flow)),
    places,
    layout.ports,
  );
  for (const flow of diagram.flows.filter(isDoor)) routes.set(flow.id, throughDoor(flow, places));
  const labels = placeLabels(diagram, places, routes);
  return { drawn: writeDrawing(xml, diagram, places, routes, labels), faults: judgeDrawing(diagram, places.bounds, routes, labels) };
}

function throughDoor({ from, to }, { bounds, body }) {
  const { x, y, width, height } = bounds.get(from === 'body' ? to : from);
  const middle = y + height / 2;
  const [start, end] = from === 'body' ? [body.x + body.width, x] : [x + width, body.x];
  return [
    [start, middle],
    [end, middle],
  ];
}
