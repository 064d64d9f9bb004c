import { type Context } from '../casework/context';
import { nameCentre } from '../commands/administration/name-centre';
import { nameSuccessor } from '../commands/administration/name-successor';
import { type OpenAgency, openAgency } from '../commands/administration/open-agency';
import { addDays, parsePlainDate } from '../domain/plain-date';
import current from './agencies.json';
import former from './former-units.json';
import { on } from './moment';

/** The province itself: the national code. */
export const PROVINCE_CODE = 'H27';
/** The two-tier system of communes began on this day (Luật 72/2025/QH15; NQ 202/2025/QH15). */
export const REFORM_DAY = '2025-07-01';
/** The province came back into being (NQ of the National Assembly of 12/08/1991): units of which nothing older is known count from here. */
const PROVINCE_DAY = '1991-08-12';

type FormerUnit = (typeof former.units)[number];

/** Enters every body of the province, what ended before, and who took over from whom. Answers the number of each code. */
export async function seedProvince(context: Context): Promise<Map<string, number>> {
  const then = on(context, REFORM_DAY);
  const ids = new Map<string, number>();
  for (const agency of current.agencies) ids.set(agency.code, await openAgency(then, currentBody(agency)));
  for (const { code, centre } of current.agencies) if (centre) await nameCentre(then, { agencyCode: code, centreCode: centre });
  for (const unit of former.units) ids.set(unit.code, await openAgency(then, formerBody(unit)));
  for (const unit of former.units)
    for (const { adminCode, part } of unit.successors)
      await nameSuccessor(then, { formerCode: unit.code, successorCode: successorOf(unit, adminCode), part });
  return ids;
}

/** Codes under the province are this system's own and marked so; the province's is the national one. */
function currentBody({ code, kind, name, parent, adminCode, validFromOn }: (typeof current.agencies)[number]): OpenAgency {
  return {
    code,
    kind: kind as OpenAgency['kind'],
    name,
    parentCode: parent,
    adminCode: adminCode ?? null,
    validFromOn,
    validToOn: null,
    isDemonstration: parent !== null,
  };
}

function formerBody({ code, kind, name, adminCode, validFromOn, validToOn }: FormerUnit): OpenAgency {
  return {
    code,
    kind: kind as OpenAgency['kind'],
    name,
    parentCode: null,
    adminCode,
    validFromOn: validFromOn ?? PROVINCE_DAY,
    validToOn: addDays(parsePlainDate(validToOn), 1),
    isDemonstration: true,
  };
}

/** The unit of that code on the day after: another that has ended since, or the one of today. */
function successorOf({ validToOn }: FormerUnit, adminCode: string): string {
  const between = former.units
    .filter((unit) => unit.kind === 'commune' && unit.adminCode === adminCode && unit.validToOn > validToOn)
    .sort((one, other) => one.validToOn.localeCompare(other.validToOn))[0];
  return between?.code ?? `${PROVINCE_CODE}.${adminCode}`;
}
