import { join } from 'node:path';
import { readConfig } from './config';
import { playCopiesByPost } from './demo/copies-by-post';
import { runProcess } from './run-process';

void runProcess(async () => {
  const config = readConfig();
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
  await playCopiesByPost(address, join(config.dataDirectory, 'demo'), (line) => console.log(line));
});
