import { join } from 'node:path';
import { readConfig, type Config } from './config';
import { playStories } from './demo/play';
import { reachSystem } from './demo/reach-system';
import { StartRefusal } from './domain/start-refusal';
import { runProcess, untilEnding, type Life } from './run-process';

void runProcess(async (life) => {
  const config = readConfig();
  if (config.isProduction) throw new StartRefusal('no-demonstration');
  await Promise.race([play(config, life), untilEnding(life)]);
  life.ending.throwIfAborted();
});

async function play(config: Config, { onEnd }: Life): Promise<void> {
  const say = (line: string): void => console.log(line);
  const address = await reachSystem({ address: addressOf(config), program: join(__dirname, 'main.js'), say, onEnd });
  await playStories(address, join(config.dataDirectory, 'demo'), say);
}

function addressOf({ publicUrl, bindAddress, port }: Config): string {
  const host = bindAddress?.includes(':') ? `[${bindAddress}]` : bindAddress;
  return publicUrl ?? `http://${host ?? 'localhost'}:${port}`;
}
