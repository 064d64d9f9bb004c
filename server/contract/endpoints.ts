import { accessEndpoints } from './access';
import { administrationEndpoints } from './administration';
import { catalogueEndpoints } from './catalogue';
import { catalogueImportEndpoints } from './catalogue-imports';
import { type AnyEndpoint } from './endpoint';
import { houseEndpoints } from './house';
import { operationsEndpoints } from './operations';
import { publishingEndpoints } from './publishing';
import { readEndpoints } from './reads';
import { returnEndpoints } from './return';
import { reminderEndpoints } from './reminders';
import { paperResultEndpoints } from './paper-results';
import { resultEndpoints } from './results';
import { draftEndpoints } from './drafts';
import { intakeEndpoints } from './intake';
import { systemEndpoints } from './system';

/** Every door of the house, one line for each area. OpenAPI, the matrix of who may and the fuzz test are made from this list. */
export const endpoints: Readonly<Record<string, AnyEndpoint>> = {
  ...systemEndpoints,
  ...accessEndpoints,
  ...catalogueEndpoints,
  ...draftEndpoints,
  ...intakeEndpoints,
  ...houseEndpoints,
  ...readEndpoints,
  ...resultEndpoints,
  ...paperResultEndpoints,
  ...returnEndpoints,
  ...reminderEndpoints,
  ...administrationEndpoints,
  ...publishingEndpoints,
  ...catalogueImportEndpoints,
  ...operationsEndpoints,
};

export const allEndpoints: readonly AnyEndpoint[] = Object.values(endpoints);
