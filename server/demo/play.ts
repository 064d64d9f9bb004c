import { mkdir } from 'node:fs/promises';
import { People } from './people';
import { type Stage, type Story } from './stage';
import { copiesByPost } from './stories/copies-by-post';
import { copiesRefusedAtIntake } from './stories/copies-refused-at-intake';
import { lawyerGranted } from './stories/lawyer-granted';
import { lawyerRefused } from './stories/lawyer-refused';
import { lawyerSupplemented } from './stories/lawyer-supplemented';
import { lawyerWithdrawn } from './stories/lawyer-withdrawn';
import { Visitor } from './visitor';

const STORIES: readonly Story[] = [copiesByPost, lawyerGranted, copiesRefusedAtIntake, lawyerRefused, lawyerSupplemented, lawyerWithdrawn];

type Anchors = { items: { certificate: string }[] };

/** Plays every story, one after the other, through the system at this address. */
export async function playStories(address: string, folder: string, say: (line: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  const people = new People(address, say);
  const anybody = new Visitor(address, 'Khách', '');
  const { items } = await anybody.get<Anchors>('/api/trust-anchors');
  const anchors = items.map(({ certificate }) => Buffer.from(certificate, 'base64'));
  const stage: Stage = { people, inspector: await people.visit('thanhtra'), anybody, say, folder, anchors };
  for (const [index, { title, slug, play }] of STORIES.entries()) {
    say('');
    say(`── ${index + 1}. ${title} ──`);
    await play(stage, `${index + 1}-${slug}`);
  }
}
