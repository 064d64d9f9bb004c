import { findSetting } from '../../store/settings';
import { type Reader } from '../reader';

/** How far a demonstration's clock was stepped ahead of the wall, in milliseconds: it stays so over a restart. */
export async function findClockOffset({ tx }: Pick<Reader, 'tx'>): Promise<number> {
  const value = (await findSetting(tx, 'clock-offset'))?.value;
  return typeof value === 'number' ? value : 0;
}
