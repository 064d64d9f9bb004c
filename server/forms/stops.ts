import { type Answers, type FormContext } from './answers';
import { holds } from './condition';
import { type FormDefinition, type StopRule } from './definition';
import { pruneAnswers } from './prune';

/** The stops that these answers raise: the person is told before filing, with the clause of the procedure version. */
export function raisedStops(definition: FormDefinition, answers: Answers, context: FormContext): readonly StopRule[] {
  const asked = pruneAnswers(definition, answers, context);
  return (definition.stops ?? []).filter((stop) => holds(stop.when, { answers: asked, context }));
}
