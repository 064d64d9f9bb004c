const DRAWING = / *<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>\n/;

/** Puts the drawing behind the diagram, in place of an earlier one. What the engine reads is left byte for byte as it was. */
export function writeDrawing(xml, diagram, { bounds, lanes, body, participant }, routes, labels) {
  const lines = [
    `<bpmndi:BPMNDiagram id="${diagram.id}-drawing">`,
    `  <bpmndi:BPMNPlane id="${diagram.id}-plane" bpmnElement="${diagram.collaboration}">`,
    ...shape(diagram.participant, participant, ' isHorizontal="true"'),
    ...shape('body', body, ' isExpanded="true"'),
    ...lanes.flatMap((lane) => shape(lane.id, lane, ' isHorizontal="true"')),
  ];
  for (const node of diagram.nodes.values())
    lines.push(
      ...shape(node.id, bounds.get(node.id), node.type === 'ExclusiveGateway' ? ' isMarkerVisible="true"' : '', labels.get(node.id)),
    );
  for (const { id } of diagram.flows)
    lines.push(
      `    <bpmndi:BPMNEdge id="${id}-drawn" bpmnElement="${id}">`,
      ...routes.get(id).map(([x, y]) => `      <di:waypoint x="${x}" y="${y}"/>`),
      ...label(labels.get(id)),
      '    </bpmndi:BPMNEdge>',
    );
  lines.push('  </bpmndi:BPMNPlane>', '</bpmndi:BPMNDiagram>');
  const end = xml.lastIndexOf('</definitions>');
  if (end < 0) throw new Error('no </definitions>');
  return `${xml.slice(0, end).replace(DRAWING, '')}${lines.map((line) => `  ${line}\n`).join('')}</definitions>\n`;
}

function shape(id, box, attributes, text) {
  return [
    `    <bpmndi:BPMNShape id="${id}-drawn" bpmnElement="${id}"${attributes}>`,
    `      ${boundsOf(box)}`,
    ...label(text),
    '    </bpmndi:BPMNShape>',
  ];
}

function label(box) {
  return box ? ['      <bpmndi:BPMNLabel>', `        ${boundsOf(box)}`, '      </bpmndi:BPMNLabel>'] : [];
}

function boundsOf({ x, y, width, height }) {
  return `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;
}
