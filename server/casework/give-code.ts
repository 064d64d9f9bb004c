import { dossierCode, dossierCodeSeries } from '../domain/dossier-code';
import { localDateOf } from '../domain/local-time';
import { nextInSeries } from '../store/counters';
import { type AgencyRow } from '../store/models/agency';
import { type Context } from './context';
import { findCodePattern } from '../store/province-rules';

/**
 * Gives a dossier its code, once: by the pattern of the province, the unit that
 * decides, the day, and the next number of that unit's day. It holds the series
 * until the act ends, so it is taken as late as can be.
 */
export async function giveCode({ tx, now }: Context, agency: Pick<AgencyRow, 'code'>): Promise<string> {
  const on = localDateOf(now);
  const unit = unitOf(agency.code);
  return dossierCode(await findCodePattern(tx), unit, on, await nextInSeries(tx, dossierCodeSeries(unit, on)));
}

/** The unit is the agency's code below the province: '18073' of 'H27.18073'. */
function unitOf(code: string): string {
  return code.replace(/^H\d+\./, '');
}
