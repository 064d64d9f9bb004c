import { readFileSync } from 'node:fs';
import { judgePdf } from './judge';

// A process of its own: judges the one file named on its command line, prints the verdict as JSON, ends.
process.stdout.write(JSON.stringify(judgePdf(readFileSync(process.argv[2]!))));
