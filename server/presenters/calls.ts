import { type CallsAnswer } from '../contract/return-shapes';
import { type CallToMake } from '../store/calls';

/** Shapes the calls of a centre: whom, on which number, about what. */
export function presentCalls(calls: readonly CallToMake[]): CallsAnswer {
  return {
    items: calls.map(({ id, dossierId, code, personName, phone, reason, madeAt, calledAt, outcome }) => ({
      id,
      dossierId,
      code,
      personName,
      phone,
      about: reason,
      madeAt: madeAt.toISOString(),
      calledAt: calledAt?.toISOString() ?? null,
      outcome,
    })),
  };
}
