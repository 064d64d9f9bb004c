import { parseDiagram } from '../compile';
import { type Faults } from './faults';
import { kindOf, type Node } from './tree';

const MAX_CHARACTERS = 1_000_000;

/** Reads the file. Undefined: it is no BPMN, and nothing more can be said. Its warnings are faults: with them the engine would hang later, in silence. */
export async function readDocument(xml: string, faults: Faults): Promise<Node | undefined> {
  if (xml.length > MAX_CHARACTERS) return void faults.add(undefined, 'too-large');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return void faults.add(undefined, 'entity-declared');
  try {
    const { rootElement, warnings } = await parseDiagram(xml);
    for (const { message, element } of warnings) addWarning(message, element, xml, faults);
    return rootElement;
  } catch (error) {
    return void faults.add(undefined, 'unreadable', firstLine(error instanceof Error ? error.message : String(error)));
  }
}

function addWarning(message: string, element: Node | undefined, xml: string, faults: Faults): void {
  const quoted = /<([^>]*)>/.exec(message)?.[1] ?? '';
  if (message.startsWith('unresolved reference')) return faults.add(element, 'reference-missing', quoted);
  if (message.startsWith('unknown attribute')) return faults.add(element, 'attribute-unknown', quoted);
  const twice = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (twice) return faults.add({ id: twice }, 'id-twice', twice);
  const line = Number(/line: (\d+)/.exec(message)?.[1] ?? 0);
  const nested = /nested error: (.*)/.exec(message)?.[1];
  faults.add(element ?? elementAt(xml, line, quoted), 'not-in-schema', quoted || nested || firstLine(message));
}

/** An unknown element is not in the tree: its id and name are read from the file. */
function elementAt(xml: string, line: number, tag: string): { id: string; name?: string } | undefined {
  const rest = xml.split('\n').slice(line).join('\n');
  const start = rest.indexOf(`<${tag}`);
  const text = tag && start >= 0 ? rest.slice(start, rest.indexOf('>', start)) : '';
  const id = /\sid="([^"]*)"/.exec(text)?.[1];
  const name = /\sname="([^"]*)"/.exec(text)?.[1];
  return id ? { id, ...(name && { name }) } : undefined;
}

/** What stands outside the processes, and what is written on any element. */
export function checkDocument(root: Node, faults: Faults): void {
  const elements = (root['rootElements'] as Node[] | undefined) ?? [];
  for (const element of elements)
    if (!['Process', 'Message', 'Error', 'Collaboration'].includes(kindOf(element))) faults.add(element, 'not-allowed', kindOf(element));
  if (elements.filter(({ $type, isExecutable }) => $type === 'bpmn:Process' && isExecutable).length !== 1)
    faults.add(root, 'process-count');
  checkCollaboration(
    elements.filter(({ $type }) => $type === 'bpmn:Collaboration'),
    faults,
  );
  const codes = new Set<string>();
  for (const error of elements.filter(({ $type }) => $type === 'bpmn:Error')) {
    const code = error.errorCode ?? '';
    if (codes.has(code)) faults.add(error, 'error-code-twice', code);
    codes.add(code);
  }
  checkWritten(root, faults);
}

function checkCollaboration(rooms: Node[], faults: Faults): void {
  const [first] = rooms;
  if (!first) return;
  const participants = (first['participants'] as { processRef?: Node }[] | undefined) ?? [];
  const flows = (first['messageFlows'] as unknown[] | undefined) ?? [];
  if (rooms.length > 1 || participants.length !== 1 || flows.length || !participants[0]?.processRef?.isExecutable)
    faults.add(first, 'collaboration-wrong');
}

const CODE_ATTRIBUTE = /^(?:\w+:)?(?:class|expression|delegateExpression|resultVariable|script)$/;

/** Attributes of a namespace that nobody registered give no warning; extension elements and placeholders would reach the engine. */
function checkWritten(root: Node, faults: Faults): void {
  const seen = new Set<Node>();
  const queue = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    checkAttributes(node, node === root, faults);
    if (node['extensionElements']) faults.add(node, 'extension-elements');
    for (const { ns } of node.$descriptor?.properties ?? []) {
      const value = node[ns.localName];
      // neither is read by the engine
      if (ns.localName === 'documentation' || ns.localName === 'diagrams') continue;
      if (isPlaceholder(value)) faults.add(node, 'placeholder-text', value);
      queue.push(...(Array.isArray(value) ? value : [value]).filter(isNode));
    }
  }
}

function checkAttributes(node: Node, isRoot: boolean, faults: Faults): void {
  for (const [key, value] of Object.entries(node.$attrs ?? {})) {
    if (CODE_ATTRIBUTE.test(key)) faults.add(node, 'implementation-given', key);
    else if (!(isRoot && key.startsWith('xmlns')) && !/^xsi:(type|schemaLocation)$/.test(key)) faults.add(node, 'attribute-unknown', key);
    if (isPlaceholder(value)) faults.add(node, 'placeholder-text', value);
  }
}

function isPlaceholder(value: unknown): value is string {
  return typeof value === 'string' && /[$#]\{/.test(value);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
