import { type Router } from 'express';
import { accessRoutes } from './access';
import { type EntryParts } from './entry-parts';
import { type FileSource } from '../../http/stored-file';
import { administrationRoutes, type AdministrationParts } from './administration';
import { catalogueRoutes } from './catalogue';
import { houseRoutes } from './house';
import { listRoutes } from './lists';
import { operationsRoutes, type OperationsParts } from './operations';
import { publishingRoutes } from './publishing';
import { readRoutes } from './reads';
import { systemRoutes } from './system';

/** What the routers are handed; an area that needs more adds it here. */
export type RouteParts = EntryParts & AdministrationParts & OperationsParts & { files: FileSource };

/** Every router of the API, one line for each area. */
export function apiRoutes(parts: RouteParts): Router[] {
  return [
    systemRoutes(parts.door),
    accessRoutes(parts),
    houseRoutes(parts.door),
    catalogueRoutes(parts.door),
    listRoutes(parts.door),
    readRoutes(parts.door, parts.files),
    administrationRoutes(parts),
    publishingRoutes(parts.door),
    operationsRoutes(parts),
  ];
}
