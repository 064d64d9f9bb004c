import { listProceduresOn } from '../../store/procedures';
import { type Reader } from '../reader';

/** What may be asked for on a day: code, name and field of each procedure. */
export async function proceduresInForce(
  { tx }: Pick<Reader, 'tx'>,
  onDate: string,
): Promise<{ code: string; name: string; field: string }[]> {
  return (await listProceduresOn(tx, onDate)).map(({ procedureCode, name, field }) => ({ code: procedureCode, name, field }));
}
