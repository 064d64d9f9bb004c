import { findSetting } from '../../store/settings';
import { type Reader } from '../reader';

/** With what this installation began, and when; undefined while it is empty. */
export async function findSeed({ tx }: Pick<Reader, 'tx'>): Promise<{ scope: string; at: Date } | undefined> {
  const setting = await findSetting(tx, 'seed');
  return setting && { scope: (setting.value as { scope: string }).scope, at: setting.changedAt };
}
