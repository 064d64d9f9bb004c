import { localDateOf } from '../../domain/local-time';
import { holdersOfDuty } from '../../store/staff';
import { type Reader } from '../reader';

/** The user names of those who administer the system today. */
export async function findAdministrators({ tx, now }: Pick<Reader, 'tx' | 'now'>): Promise<string[]> {
  return holdersOfDuty(tx, { duty: 'administrator', onDate: localDateOf(now) });
}
