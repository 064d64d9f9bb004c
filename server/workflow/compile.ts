import BpmnModdle, { type Parsed } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import serializer, { deserialize } from 'moddle-context-serializer';
import mc from '../../workflows/mc.json';
import { type Context } from './engine-parts';
import { houseTypes, resolveTypes, type TypeReplacements } from './replaced-types';

/** Of camunda only the collection of a multi-instance: what is not registered gives a warning, and a warning is a refusal. */
const collectable = {
  ...camunda,
  types: camunda.types.filter(({ name }) => name === 'Collectable').map((type) => ({ ...type, superClass: undefined })),
};

/** How bpmn-moddle reads what is not of BPMN itself. */
export const moddleExtensions = { camunda: collectable, mc };

/** Reads a diagram with the house's own attributes. Faults of the document come back as warnings; bad XML throws. */
export function parseDiagram(xml: string): Promise<Parsed> {
  return new BpmnModdle(moddleExtensions).fromXML(xml);
}

/** Once per published version: what the engine needs of the diagram, as JSON. The diagram must have passed the validator. */
export async function compileDiagram(xml: string): Promise<string> {
  const parsed = await parseDiagram(xml);
  return serializer(parsed as never, resolveTypes(houseTypes)).serialize();
}

/** The compiled diagram, ready to run; immutable in use and shared by all dossiers of the version. */
export function loadContext(compiled: string, types: TypeReplacements = houseTypes): Context {
  return deserialize(JSON.parse(compiled) as object, resolveTypes(types)) as unknown as Context;
}
