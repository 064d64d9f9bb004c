declare module 'bpmn-moddle' {
  /** An element of the parsed document: its own attributes and children as plain properties. */
  export type ModdleElement = {
    $type: string;
    $parent?: ModdleElement;
    $attrs?: Record<string, string>;
    $descriptor?: { properties?: { ns: { localName: string } }[] };
    id?: string;
    name?: string;
    [property: string]: unknown;
  };
  export type Parsed = { rootElement: ModdleElement; warnings: { message: string; element?: ModdleElement; property?: string }[] };
  export type Definitions = ModdleElement;
  export type BaseElement = ModdleElement;

  export default class BpmnModdle {
    constructor(packages: Record<string, unknown>);
    fromXML(xml: string): Promise<Parsed>;
  }
}
