import { isFiledHere, type Stage } from '../../domain/online-filing';
import { listProceduresOn } from '../../store/procedures';
import { type Reader } from '../reader';

/** What is taken in on a day: code, name and field of each procedure that is not closed until somebody confirms it. */
export async function proceduresInForce(
  { tx }: Pick<Reader, 'tx'>,
  { onDate, stage }: { onDate: string; stage: Stage },
): Promise<{ code: string; name: string; field: string }[]> {
  const listed = (await listProceduresOn(tx, onDate)).filter((version) => isFiledHere(version, stage));
  return listed.map(({ procedureCode, name, field }) => ({ code: procedureCode, name, field }));
}
