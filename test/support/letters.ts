import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sequelize } from 'sequelize';
import { type FileStore } from '../../server/files/file-store';
import { readWhole } from '../../server/files/read-whole';
import { type LetterRow } from '../../server/store/models/letter';
import { rows } from '../../server/store/rows';
import { run } from './tools';

/** The letters of a dossier as they lie on record, and what is to be read in their files. */
export function readingLetters(office: { sequelize: Sequelize; files: { store: FileStore } }) {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const lettersOf = (dossierId: string): Promise<LetterRow[]> =>
    office.sequelize.transaction((tx) =>
      rows<LetterRow>(
        tx,
        `select id, form, number, facts, file_sha256 as "fileSha256", is_sealed as "isSealed", reprint_of_id as "reprintOfId" from letters
        where dossier_id = $1 order by issued_at, number nulls first`,
        [dossierId],
      ),
    );

  async function textOf({ id, fileSha256 }: LetterRow): Promise<string> {
    const file = join(folder, `${id}.pdf`);
    writeFileSync(file, await readWhole(office.files.store, fileSha256));
    return run('pdftotext', '-layout', file, '-').normalize('NFC').replace(/\s+/g, ' ');
  }

  return { lettersOf, textOf };
}
