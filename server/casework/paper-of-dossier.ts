import { refuseUnless } from '../domain/refusal';
import { findComponent, insertComponents } from '../store/components';
import { type ComponentRow } from '../store/models/component';
import { type Context } from './context';
import { type Case } from './read-case';

/** The place of a paper in a dossier. A request may name one that was not asked for at filing: it gets its place now. */
export async function paperOfDossier({ tx }: Context, { dossier, procedure }: Case, key: string): Promise<ComponentRow> {
  const there = await findComponent(tx, { dossierId: dossier.id }, key);
  if (there) return there;
  const position = procedure.components.findIndex((one) => one.key === key);
  const description = procedure.components[position];
  refuseUnless(description, 'component-unknown', { component: key });
  const { name, isRequired } = description;
  return (await insertComponents(tx, [{ dossierId: dossier.id, key, name: name.vi, position, isRequired }]))[0]!;
}
