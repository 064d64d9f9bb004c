import { isFiledHere, type Stage } from '../../domain/online-filing';
import { listProceduresOn } from '../../store/procedures';
import { type Reader } from '../reader';

export type InForce = {
  /** What can be filed on our own e-forms: code, name and field of each. */
  online: { code: string; name: string; field: string }[];
  /** How many more are taken in at the counter or by post. */
  others: number;
};

/** What is taken in on a day; what is closed until somebody confirms it does not count. */
export async function proceduresInForce({ tx }: Pick<Reader, 'tx'>, { onDate, stage }: { onDate: string; stage: Stage }): Promise<InForce> {
  const open = (await listProceduresOn(tx, onDate)).filter((version) => isFiledHere(version, stage));
  const online = open.filter(({ content }) => content.filing.online.kind === 'own-form');
  return {
    online: online.map(({ procedureCode, name, field }) => ({ code: procedureCode, name, field })),
    others: open.length - online.length,
  };
}
