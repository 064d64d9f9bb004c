import { type Transaction } from 'sequelize';
import { type DossierCodePattern, isDossierCodePattern, USUAL_DOSSIER_CODE_PATTERN } from '../domain/dossier-code';
import { CIVIL_CODE_LAST_DAY, type LastDayRule } from '../domain/working-calendar';
import { type SettingRow } from './models/setting';
import { LAST_DAY_RULE } from './office-calendar';
import { findSetting, putSetting } from './settings';

/** What a province decides for itself, by a decision of its own; where it has not, the usual rule holds. */
export type ProvinceRules = { readonly dossierCodePattern: DossierCodePattern; readonly lastDay: LastDayRule };

const CODE_PATTERN = 'dossier-code-pattern';

export async function findCodePattern(tx: Transaction): Promise<DossierCodePattern> {
  const decided = (await findSetting(tx, CODE_PATTERN))?.value;
  return typeof decided === 'string' && isDossierCodePattern(decided) ? decided : USUAL_DOSSIER_CODE_PATTERN;
}

export async function findLastDayRule(tx: Transaction): Promise<LastDayRule> {
  return ((await findSetting(tx, LAST_DAY_RULE))?.value as LastDayRule | undefined) ?? CIVIL_CODE_LAST_DAY;
}

/** Writes the rules with the decision that they stand on. */
export async function putProvinceRules(
  tx: Transaction,
  { dossierCodePattern, lastDay }: ProvinceRules,
  by: Pick<SettingRow, 'ground' | 'changedAt' | 'changedBy'>,
): Promise<void> {
  await putSetting(tx, { key: CODE_PATTERN, value: dossierCodePattern, ...by });
  await putSetting(tx, { key: LAST_DAY_RULE, value: lastDay, ...by });
}
