import { type Channel } from './channels';
import { type ComponentDescription, type OwnerDescription, type ProcedureVersionContent, type TimeLimitDescription } from './procedure';

/** One case of a procedure, filed in one way: what the version says of it. */
export interface VersionCase {
  readonly caseKey: string;
  readonly channel: Channel;
}

/** The papers that the version asks for in this case and channel, in its own order. */
export function papersFor(
  { components }: Pick<ProcedureVersionContent, 'components'>,
  { caseKey, channel }: VersionCase,
): ComponentDescription[] {
  return components.filter((component) => covers(component.cases, caseKey) && covers(component.channels, channel));
}

/** The published time of this case and channel; the first that fits holds. */
export function timeFor(
  { timeLimits }: Pick<ProcedureVersionContent, 'timeLimits'>,
  { caseKey, channel }: VersionCase,
): TimeLimitDescription | undefined {
  return timeLimits.find((time) => covers(time.cases, caseKey) && covers(time.channels, channel));
}

/** Whose the result is in this case. */
export function ownerFor({ ownerRules }: Pick<ProcedureVersionContent, 'ownerRules'>, caseKey: string): OwnerDescription['owner'] {
  const rule = ownerRules.find(({ cases }) => covers(cases, caseKey));
  if (!rule) throw new Error(`the version names no owner for case ${caseKey}`);
  return rule.owner;
}

/** An empty list means all. */
function covers(list: readonly string[], one: string): boolean {
  return list.length === 0 || list.includes(one);
}
