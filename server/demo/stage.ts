import { type People } from './people';
import { type Visitor } from './visitor';

/** What all stories share. */
export type Stage = {
  people: People;
  /** Reads every dossier of the province and does nothing in any: through these eyes the record is read. */
  inspector: Visitor;
  /** Somebody who has not signed in. */
  anybody: Visitor;
  /** Sees what could not leave the house, and what no program may decide. */
  administrator: Visitor;
  say: (line: string) => void;
  /** Where the papers are left. */
  folder: string;
  /** DER of the roots by which signatures are verified, as the system publishes them. */
  anchors: readonly Buffer[];
};

/** One story: what it tells, and the telling. */
export type Story = { title: string; slug: string; play: (stage: Stage, papers: string) => Promise<void> };
