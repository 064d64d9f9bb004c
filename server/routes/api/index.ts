import { type Router } from 'express';
import { accessRoutes } from './access';
import { type EntryParts } from './entry-parts';
import { type FileSource } from '../../http/stored-file';
import { catalogueRoutes } from './catalogue';
import { houseRoutes } from './house';
import { listRoutes } from './lists';
import { readRoutes } from './reads';
import { resultRoutes, type ResultParts } from './results';
import { returnRoutes } from './return';
import { systemRoutes } from './system';

/** What the routers are handed; an area that needs more adds it here. */
export type RouteParts = EntryParts & ResultParts & { files: FileSource };

/** Every router of the API, one line for each area. */
export function apiRoutes(parts: RouteParts): Router[] {
  return [
    systemRoutes(parts.door),
    accessRoutes(parts),
    houseRoutes(parts.door),
    catalogueRoutes(parts.door),
    listRoutes(parts.door),
    readRoutes(parts.door, parts.files),
    resultRoutes(parts),
    returnRoutes(parts.door),
  ];
}
