import { type Context } from '../casework/context';
import { publishDiagram } from '../commands/administration/publish-diagram';
import { publishForm } from '../commands/administration/publish-form';
import { publishProcedure } from '../commands/administration/publish-procedure';
import { publishTemplate } from '../commands/administration/publish-template';
import { addDays, parsePlainDate } from '../domain/plain-date';
import { on } from './moment';
import { type Shipped } from './shipped';

/** Publishes what ships, on the day before the first procedure takes effect: a filing of that day finds it. */
export async function seedPublications(context: Context, { forms, templates, diagrams, procedures }: Shipped): Promise<void> {
  const days = procedures.map(({ effectiveFromOn }) => addDays(parsePlainDate(effectiveFromOn), -1)).sort();
  const then = days[0] ? on(context, days[0]) : context;
  for (const content of forms) await publishForm(then, { content });
  for (const content of templates) await publishTemplate(then, { content });
  for (const diagram of diagrams) await publishDiagram(then, diagram);
  for (const content of procedures) await publishProcedure(then, { content });
}
