import { announceCalendarChange } from '../../casework/calendar-changed';
import { type Context } from '../../casework/context';
import { actorColumns } from '../../casework/record-act';
import { type ProvinceRules, putProvinceRules } from '../../store/province-rules';

/**
 * Writes what the province decides for itself: how its dossier codes look from
 * the next one on, and what becomes of a limit in days whose last day is a day
 * off. Codes that were given stay; running dates follow the rule, and only later.
 */
export async function decideProvinceRules(context: Context, rules: ProvinceRules & { decision: string }): Promise<void> {
  const { tx, now, actor } = context;
  await putProvinceRules(tx, rules, { ground: rules.decision, changedAt: now, changedBy: actorColumns(actor).actorName });
  await announceCalendarChange(context, { decision: rules.decision, after: null });
}
