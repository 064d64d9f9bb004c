import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['casework', 'commands', 'queries', 'presenters', 'routes', 'http', 'jobs', 'gateways'];
/** Makes the actor of a session; it judges nothing. */
const MAKER = join('server', 'commands', 'access', 'recognise-visitor.ts');
/** What a rule of who may looks at: agencies, duties, kin, whose account it is. */
const RULES =
  /\bactsFor\b|\bisProvinceWide\b|\bclosePersonIds\b|\bduties\.(includes|some|every)\b|\.accountId [!=]== (actor|asCitizen|asSignedIn)/;

test('who may is decided in the policies alone: nobody else compares agencies, duties, kin or owners', () => {
  const elsewhere = FOLDERS.flatMap((folder) => filesIn(join('server', folder)))
    .filter((path) => path !== MAKER)
    .filter((path) => RULES.test(readFileSync(path, 'utf8')));
  expect(elsewhere).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
