import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type TrustAnchorShape } from '../contract/result-shapes';
import { expectThat } from './deviation';
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

/** Who shows a code from an authenticator: they come first and together, so that whoever has to wait for the next code waits once. */
const WITH_CODES = ['quantri', 'thanhsen.lanhdao', 'thanhsen.vanthu', 'tuphap.lanhdao', 'tuphap.vanthu'];

/** Plays every story, one after the other, through the system at this address; leaves their papers in the folder. */
export async function playStories(address: string, folder: string, say: (line: string) => void): Promise<void> {
  await emptyFolder(folder);
  const stage = await setStage(address, folder, say);
  for (const [index, { title, slug, play }] of STORIES.entries()) {
    say('');
    say(`── ${index + 1}. ${title} ──`);
    await play(stage, `${index + 1}-${slug}`);
  }
  const papers = await readdir(folder);
  say('');
  say(`Cả ${STORIES.length} câu chuyện diễn ra đúng như kịch bản. ${papers.length} văn bản PDF nằm trong ${folder}.`);
}

async function setStage(address: string, folder: string, say: (line: string) => void): Promise<Stage> {
  const anybody = new Visitor(address, 'Khách', '');
  const { items } = await anybody.get<{ items: TrustAnchorShape[] }>('/api/trust-anchors');
  expectThat(items.length > 0, 'hệ thống chưa tin cậy tổ chức chứng thực nào');
  for (const { subject, isDemonstration } of items)
    say(`Chữ ký được kiểm tra theo gốc tin cậy “${subject}”${isDemonstration ? ', lập riêng cho bản trình diễn' : ''}.`);
  const people = new People(address, say);
  const [administrator] = await Promise.all(WITH_CODES.map((userName) => people.visit(userName)));
  return {
    people,
    inspector: await people.visit('thanhtra'),
    administrator: administrator!,
    anybody,
    say,
    folder,
    anchors: items.map(({ certificate }) => Buffer.from(certificate, 'base64')),
  };
}

/** What an earlier run left there; nothing else lies in this folder. */
async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (/^\d-[a-z-]+\.pdf$/.test(name)) await rm(join(folder, name));
}
