import { type DiagramFaultCode, diagramFaultSentences } from '../../domain/words/diagram-faults';
import { type Node } from './tree';

/** One reason why a diagram cannot be published. `elementId` is null only where the file as a whole is at fault. */
export type DiagramFault = {
  elementId: string | null;
  elementName: string | null;
  code: DiagramFaultCode;
  vi: string;
  en: string;
};

/** Faults are collected, never thrown: the author of a diagram wants all of them at once. */
export class Faults {
  readonly list: DiagramFault[] = [];

  add(at: Pick<Node, 'id' | 'name' | '$parent'> | undefined, code: DiagramFaultCode, what = ''): void {
    const named = nearestWithId(at);
    const fault = {
      elementId: named?.id ?? null,
      elementName: named?.name ?? null,
      code,
      vi: filled(diagramFaultSentences[code].vi, what),
      en: filled(diagramFaultSentences[code].en, what),
    };
    if (!this.list.some((one) => one.elementId === fault.elementId && one.code === code && one.vi === fault.vi)) this.list.push(fault);
  }

  has(id: string | undefined): boolean {
    return this.list.some(({ elementId }) => elementId === id);
  }
}

/** An event definition or a loop has no id of its own: the element that holds it is named. */
function nearestWithId(at: Pick<Node, 'id' | 'name' | '$parent'> | undefined): Pick<Node, 'id' | 'name'> | undefined {
  for (let node = at; node; node = node.$parent) if (node.id) return node;
  return undefined;
}

function filled(sentence: string, what: string): string {
  return sentence.replace('{what}', () => what.slice(0, 200));
}
