import { accessAsks } from './access';
import { administrationAsks } from './administration';
import { type Asking } from './ask';
import { draftAsks } from './drafts';
import { houseAsks } from './house';
import { readAsks } from './reads';
import { resultAsks } from './results';
import { returnAsks } from './returns';

/** For every door a request that its own people would be answered to. */
export const ASKS: Readonly<Record<string, Asking>> = {
  ...accessAsks,
  ...draftAsks,
  ...houseAsks,
  ...readAsks,
  ...resultAsks,
  ...returnAsks,
  ...administrationAsks,
};
