import { type Reading } from '../catalogue/reading';
import { type Usual } from '../catalogue/usual';
import { type Context } from '../casework/context';
import { bringRecord, type Brought, type ReadRecord } from '../commands/administration/bring-record';
import { publishForm } from '../commands/administration/publish-form';
import { publishProcedure } from '../commands/administration/publish-procedure';
import { publishTemplate } from '../commands/administration/publish-template';
import { localDateOf } from '../domain/local-time';
import { type Words } from '../domain/words/words';
import { type FormDefinition } from '../forms/definition';
import { competentBodies } from '../store/agencies';
import { holdCatalogue } from '../store/catalogue-records';

export type CatalogueImport = {
  source: string;
  readings: readonly Reading[];
  usual: Usual;
  /** On which the procedures are received, and the paper that answers them. */
  form: FormDefinition;
  template: unknown;
};

/** What became of one reading: `modelled` has a version of its own, which an import never touches. */
export type Imported = {
  code: string;
  outcome: Brought['outcome'] | 'refused';
  procedure: 'published' | 'kept' | 'modelled' | 'not-receivable';
  reasons: readonly Words[];
};

/**
 * Enters procedures that were read elsewhere, in the caller's one transaction:
 * all of them or none. Whatever no doubt blocks can be received from now on, on
 * the general form.
 */
export async function importCatalogue(context: Context, { source, readings, usual, form, template }: CatalogueImport): Promise<Imported[]> {
  await holdCatalogue(context.tx);
  await publishForm(context, { content: form });
  await publishTemplate(context, { content: template });
  const bodies = await competentBodies(context.tx, localDateOf(context.now));
  const imported: Imported[] = [];
  for (const read of readings.filter((one): one is ReadRecord => one.record !== undefined)) {
    const { procedure, ...brought } = await bringRecord(context, { ...read, source, bodies, usual });
    if (typeof procedure !== 'string') await publishProcedure(context, { content: procedure });
    imported.push({ ...brought, procedure: typeof procedure === 'string' ? procedure : 'published' });
  }
  return [...imported, ...readings.flatMap(refusal)];
}

function refusal(reading: Reading): Imported[] {
  if (reading.record) return [];
  const reasons = reading.findings.map(({ what }) => what);
  return [{ code: reading.code ?? '?', outcome: 'refused', procedure: 'not-receivable', reasons }];
}
