import { type Router } from 'express';
import { accessRoutes } from './access';
import { type EntryParts } from './entry-parts';
import { houseRoutes } from './house';
import { resultRoutes, type ResultParts } from './results';
import { systemRoutes } from './system';

/** What the routers are handed; an area that needs more adds it here. */
export type RouteParts = EntryParts & ResultParts;

/** Every router of the API, one line for each area. */
export function apiRoutes(parts: RouteParts): Router[] {
  return [systemRoutes(parts.door), accessRoutes(parts), houseRoutes(parts.door), resultRoutes(parts)];
}
