import { findCodePattern, findLastDayRule, type ProvinceRules } from '../../store/province-rules';
import { type Reader } from '../reader';

/** The rules that hold now, decided or usual. */
export async function readProvinceRules({ tx }: Reader): Promise<ProvinceRules> {
  return { dossierCodePattern: await findCodePattern(tx), lastDay: await findLastDayRule(tx) };
}
