import { Refusal } from '../domain/refusal';
import { type JudgedFiling } from './judge-filing';

type Place = { path: string; message: string; messageEn: string };

/**
 * Refuses a filing that cannot be submitted, naming everything that stands in the
 * way at once: `draft-incomplete` with each place (a stop stands in `facts.stops`),
 * or `component-missing` where only papers are wanting.
 */
export function checkReady({ stops, faults, missing }: JudgedFiling, others: readonly Place[]): void {
  const places = [
    ...faults.map(({ path, message }) => ({ path: `answers.${path}`, message: message.vi, messageEn: message.en })),
    ...others,
  ];
  const papers = missing.map(({ component }) => ({
    path: `components.${component.key}`,
    message: component.name.vi,
    messageEn: component.name.en,
  }));
  if (stops.length > 0)
    throw new Refusal('draft-incomplete', { stops: stops.map(({ key, message }) => ({ key, message })), faults: places });
  if (places.length > 0) throw new Refusal('draft-incomplete', { faults: [...places, ...papers] });
  const [first] = missing;
  if (first) throw new Refusal('component-missing', { component: first.component.name, faults: papers });
}
