import { join } from 'node:path';

/** Where the program finds what ships with it. */
export interface Folders {
  readonly root: string;
  /** Built migrations. */
  readonly migrations: string;
  /** Built assets of the pages, with `entries.json`. */
  readonly client: string;
  readonly templates: string;
  readonly workflows: string;
}

/** @param entry the folder of the built program, dist/server */
export function projectFolders(entry: string): Folders {
  const root = join(entry, '../..');
  return {
    root,
    migrations: join(entry, '../migrations'),
    client: join(entry, '../client'),
    templates: join(root, 'templates'),
    workflows: join(root, 'workflows'),
  };
}
