import { scanAgain } from '../../server/jobs/scan-again';
import { type ScanVerdict } from '../../server/files/virus-scan';
import { insertFile, readFile } from '../../server/store/files';
import { listOpenIncidents } from '../../server/store/incidents';
import { openTestFiles, type TestFiles } from '../support/files';
import { useOneStop } from '../support/one-stop';

const town = useOneStop();
let at: TestFiles;
beforeEach(async () => {
  at = await openTestFiles();
});
afterEach(() => at.close());
const system = { kind: 'system', name: 'test' } as const;

async function* bytes(text: string) {
  yield Buffer.from(text);
}

async function enter(text: string, scan: 'held' | 'unscanned' | 'clean'): Promise<string> {
  const { sha256 } = await at.files.store.put(bytes(text), { maxBytes: 1000 });
  const file = { sha256, byteSize: text.length, kind: 'application/pdf', displayName: 'a.pdf', scan, addedBy: 'test' };
  return (await town.act(system, ({ tx, now }) => insertFile(tx, { ...file, addedAt: now }))).id;
}

const scanOf = async (id: string) => (await town.act(system, ({ tx }) => readFile(tx, id))).scan;

/** A scanner that says of each text what it is told to say. */
const scanning = (verdicts: Record<string, ScanVerdict>) => {
  const scanner = {
    scan: async (source: AsyncIterable<Uint8Array>): Promise<ScanVerdict> => {
      const parts = [];
      for await (const part of source) parts.push(part);
      return verdicts[Buffer.concat(parts).toString()]!;
    },
  };
  return scanAgain({ perform: town.perform, files: { store: at.files.store, scanner } });
};

test('what came while the scanner was away is judged when it is back; what it refuses stays closed and comes before the administrators', async () => {
  const [good, bad, long, old] = [
    await enter('good', 'held'),
    await enter('bad', 'held'),
    await enter('long', 'held'),
    await enter('old', 'unscanned'),
  ];
  const away: ScanVerdict = { verdict: 'held', why: 'ECONNREFUSED' };
  expect(await scanning({ good: away, bad: away, long: away, old: away })).toBe(0);
  expect(await Promise.all([good, bad, long, old].map(scanOf))).toEqual(['held', 'held', 'held', 'unscanned']);
  const verdicts: Record<string, ScanVerdict> = {
    good: { verdict: 'clean' },
    bad: { verdict: 'infected', finding: 'Eicar-Signature' },
    long: away,
    old: { verdict: 'clean' },
  };
  expect(await scanning(verdicts)).toBe(3);
  expect(await Promise.all([good, bad, long, old].map(scanOf))).toEqual(['clean', 'infected', 'held', 'clean']);
  const incidents = await town.act(system, ({ tx }) => listOpenIncidents(tx, 10));
  expect(incidents).toMatchObject([{ kind: 'infected-file', facts: { fileId: bad, finding: 'Eicar-Signature' } }]);
});

test('where the office has no scanner, files stay as they are', async () => {
  const id = await enter('plain', 'unscanned');
  expect(await scanAgain({ perform: town.perform, files: at.files })).toBe(0);
  expect(await scanOf(id)).toBe('unscanned');
});
