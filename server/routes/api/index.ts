import { type Router } from 'express';
import { type SigningKeys } from '../../commands/results/request-signatures';
import { type FilesAtHand } from '../../http/serve-upload';
import { accessRoutes } from './access';
import { draftRoutes } from './drafts';
import { type EntryParts } from './entry-parts';
import { administrationRoutes, type AdministrationParts } from './administration';
import { catalogueImportRoutes } from './catalogue-imports';
import { catalogueRoutes } from './catalogue';
import { houseRoutes } from './house';
import { listRoutes } from './lists';
import { operationsRoutes, type OperationsParts } from './operations';
import { paperResultRoutes } from './paper-results';
import { publishingRoutes } from './publishing';
import { readRoutes } from './reads';
import { resultRoutes } from './results';
import { reminderRoutes } from './reminders';
import { returnRoutes } from './return';
import { intakeRoutes } from './intake';
import { systemRoutes } from './system';
import { uploadRoutes } from './uploads';

/** What the routers are handed; an area that needs more adds it here. */
export type RouteParts = EntryParts & AdministrationParts & OperationsParts & { files: FilesAtHand; signingKeys: SigningKeys };

/** Every router of the API, one line for each area. */
export function apiRoutes(parts: RouteParts): Router[] {
  const { door, site, files, signingKeys } = parts;
  return [
    systemRoutes(door),
    accessRoutes(parts),
    catalogueRoutes(door),
    draftRoutes(door, site.isProduction ? 'production' : 'demonstration'),
    uploadRoutes(door, files),
    intakeRoutes(door),
    houseRoutes(door),
    resultRoutes({ door, files: files.store, signingKeys }),
    paperResultRoutes(door, files),
    returnRoutes(door),
    reminderRoutes(door),
    listRoutes(door),
    readRoutes(door, files.store),
    administrationRoutes(parts),
    publishingRoutes(door),
    catalogueImportRoutes(door),
    operationsRoutes(parts),
  ];
}
