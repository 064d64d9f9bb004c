import { type DiagramWords } from '../../domain/diagram-words';
import { compileDiagram, loadContext } from '../compile';
import { analyse } from '../diagram-model';
import { hashText } from '../random';
import { checkCall, checkInstances, checkKind, hasDataFlow } from './activities';
import { findDisagreement } from './agreement';
import { checkDocument, readDocument } from './document';
import { checkEvent } from './events';
import { Faults, type DiagramFault } from './faults';
import { checkCondition } from './feel';
import { checkShape } from './shape';
import { findUnsound } from './soundness';
import { kindOf, type Node, type Scope, scopesIn } from './tree';
import { checkWords } from './words';

export { type DiagramFault } from './faults';

/** How often a diagram is walked before it may be published. */
export type Walks = { sound: number; agreeing: number };
export const PUBLISHING_WALKS: Walks = { sound: 300, agreeing: 40 };

/**
 * Judges a diagram before it is published, and answers all its faults; none
 * means that every dossier on it will be carried to an end. What is silent in
 * the engine is refused here: it would hang with a dossier in it. Takes a few
 * seconds of the processor, in small pieces. Bad input never throws.
 */
export async function validateDiagram(xml: string, known: DiagramWords, walks: Walks = PUBLISHING_WALKS): Promise<DiagramFault[]> {
  const faults = new Faults();
  const root = await readDocument(xml, faults);
  if (!root) return faults.list;
  try {
    checkDocument(root, faults);
    checkElements(root, known, faults);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.add(root, 'too-deep');
  }
  if (faults.list.length) return faults.list;
  const model = analyse(loadContext(await compileDiagram(xml)));
  const names = namesIn(root);
  const at = (id: string) => ({ id, ...(names.has(id) && { name: names.get(id)! }) });
  for (const { elementId, code, what } of await findUnsound(model.context, walks.sound, hashText(xml)))
    faults.add(at(elementId), code, what);
  if (faults.list.length) return faults.list;
  const disagreement = await findDisagreement(model, walks.agreeing, hashText(xml));
  if (disagreement) faults.add(root, 'engine-disagrees', disagreement);
  return faults.list;
}

function checkElements(root: Node, known: DiagramWords, faults: Faults): void {
  const elements = (root['rootElements'] as Node[] | undefined) ?? [];
  const processes = elements.filter(({ $type }) => $type === 'bpmn:Process');
  for (const element of elements) {
    if (element.$type !== 'bpmn:Collaboration') checkId(element, faults);
    if (element.$type === 'bpmn:Message') checkWords(element, known, faults);
  }
  for (const process of processes) {
    if (hasDataFlow(process)) faults.add(process, 'data-flow');
    for (const scope of scopesIn(process, false)) {
      checkShape(scope, faults);
      for (const node of scope.nodes) checkNode(node, scope, process, processes, known, faults);
      for (const lane of (scope.owner.laneSets ?? []).flatMap(({ lanes }) => lanes ?? [])) checkWords(lane, known, faults);
      for (const artifact of scope.owner.artifacts ?? []) checkKind(artifact, faults);
      for (const flow of scope.flows) {
        checkId(flow, faults);
        if (flow.conditionExpression) checkCondition(flow, flow.conditionExpression, known, scope.isInInstance, faults);
      }
    }
  }
}

function checkNode(node: Node, scope: Scope, process: Node, processes: Node[], known: DiagramWords, faults: Faults): void {
  checkId(node, faults);
  if (!checkKind(node, faults)) return;
  checkWords(node, known, faults);
  checkEvent(node, scope.isInInstance, faults);
  checkInstances(node, scope, faults);
  checkCall(node, process, processes, scope.isInInstance, faults);
}

/** Ids become execution ids and routing keys of the engine. */
function checkId(node: Node, faults: Faults): void {
  if (!/^[A-Za-z_][\w-]{0,99}$/.test(node.id ?? '')) faults.add(node, 'id-bad', node.id);
}

function namesIn(root: Node): Map<string, string> {
  const names = new Map<string, string>();
  for (const process of (root['rootElements'] as Node[]).filter((element) => kindOf(element) === 'Process'))
    for (const { nodes, flows } of scopesIn(process, false))
      for (const { id, name } of [...nodes, ...flows]) if (id && name) names.set(id, name);
  return names;
}
