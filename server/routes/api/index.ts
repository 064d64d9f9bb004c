import { type Router } from 'express';
import { type FilesAtHand } from '../../http/serve-upload';
import { accessRoutes } from './access';
import { draftRoutes } from './drafts';
import { type EntryParts } from './entry-parts';
import { houseRoutes } from './house';
import { intakeRoutes } from './intake';
import { systemRoutes } from './system';
import { uploadRoutes } from './uploads';

/** What the routers are handed; an area that needs more adds it here. */
export type RouteParts = EntryParts & { files: FilesAtHand };

/** Every router of the API, one line for each area. */
export function apiRoutes(parts: RouteParts): Router[] {
  const { door, site, files } = parts;
  return [
    systemRoutes(door),
    accessRoutes(parts),
    draftRoutes(door, site.isProduction ? 'production' : 'demonstration'),
    uploadRoutes(door, files),
    intakeRoutes(door),
    houseRoutes(door),
  ];
}
