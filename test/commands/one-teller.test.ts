import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const server = join(__dirname, '../../server');

test('nobody but the teller lays a message to an applicant into the outbox', () => {
  const tellers = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => /from '[./\w-]*\/notify'|topic: 'notice'/.test(readFileSync(join(server, path), 'utf8')));
  expect(tellers.sort()).toEqual(['casework/notify.ts', 'casework/tell-applicant.ts']);
});
