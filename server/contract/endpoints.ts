import { accessEndpoints } from './access';
import { draftEndpoints } from './drafts';
import { type AnyEndpoint } from './endpoint';
import { houseEndpoints } from './house';
import { intakeEndpoints } from './intake';
import { systemEndpoints } from './system';

/** Every door of the house, one line for each area. OpenAPI, the matrix of who may and the fuzz test are made from this list. */
export const endpoints: Readonly<Record<string, AnyEndpoint>> = {
  ...systemEndpoints,
  ...accessEndpoints,
  ...draftEndpoints,
  ...intakeEndpoints,
  ...houseEndpoints,
};

export const allEndpoints: readonly AnyEndpoint[] = Object.values(endpoints);
