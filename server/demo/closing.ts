import { type Position } from '../contract/history-shapes';
import { type HouseDossier } from '../contract/dossier-view-shapes';
import { type Tracking } from '../contract/search-shapes';
import { foldJournal, type JournalFacts } from '../domain/journal';
import { type NationalStatus, STATUS_NAMES } from '../domain/status';
import { type Case } from './case';
import { expectSame, expectThat, needed } from './deviation';
import { type Stage } from './stage';

/** How a dossier must stand when its story is over. */
export type Ending = {
  status: NationalStatus;
  isRegistered: boolean;
  pauses: number;
  fees: readonly { key: string; amountDong: number; state: string }[];
  /** Who has the result, or the papers, last; absent where nothing ever moved. */
  lastHolder?: 'recipient' | 'applicant';
};

/**
 * Holds the end of a story against the whole record: the chain of the journal
 * is unbroken and folds to the dossier as it stands, the position in the diagram
 * has ended, nothing waits, the register has one place, the fees are what they
 * must be, and a code alone tells the public no more than the status.
 */
export async function closeStory(stage: Stage, dossier: Case, ending: Ending): Promise<void> {
  const inside = await dossier.seenInside();
  const code = needed(inside.dossier.code, 'mã hồ sơ');
  const { entries, brokenAt } = await dossier.journal();
  expectSame(`chuỗi băm của nhật ký ${code}`, brokenAt, null);
  expectSame(
    `số thứ tự các dòng nhật ký ${code}`,
    entries.map(({ number }) => number),
    entries.map((_, index) => index + 1),
  );
  expectFolded(
    inside,
    entries.map(({ facts }) => facts as JournalFacts),
  );
  await expectEnded(stage, dossier, inside, ending);
  expectSame(`hồ sơ ${code} có số trong sổ theo dõi`, inside.registerNumber !== null, ending.isRegistered);
  const lines = inside.fees.map(({ key, amountDong, state }) => ({ key, amountDong, state }));
  expectSame(`phí, lệ phí của ${code}`, lines, ending.fees);
  expectSame(`người giữ sau cùng của ${code}`, inside.custody.at(-1)?.holder, ending.lastHolder);
  const place = inside.registerNumber
    ? `, số ${inside.registerNumber.number}/${inside.registerNumber.year} ${inside.registerNumber.book}`
    : '';
  stage.say(
    `          Kết thúc: ${ending.status} ${STATUS_NAMES[ending.status].vi}${place}; ${entries.length} dòng nhật ký khớp chuỗi băm và gấp lại đúng hồ sơ`,
  );
}

/** What the journal alone says must be what the dossier says. */
function expectFolded({ dossier, pauses, fees }: HouseDossier, facts: readonly JournalFacts[]): void {
  const folded = foldJournal(facts);
  const name = dossier.code ?? dossier.id;
  const { status, code, dueAt, acceptedAt, finishedAt, subStatus } = folded;
  const { status: s, code: c, dueAt: d, acceptedAt: a, finishedAt: f, subStatus: ss } = dossier;
  expectSame(`nhật ký gấp lại của ${name}`, [status, code, dueAt, acceptedAt, finishedAt, subStatus], [s, c, d, a, f, ss]);
  expectSame(`các bước còn mở theo nhật ký của ${name}`, [...folded.open.values()], []);
  expectSame(
    `các lần tạm dừng theo nhật ký của ${name}`,
    folded.pauses.map(({ kind, fromAt, toAt }) => [kind, fromAt, toAt]),
    pauses.map(({ kind, fromAt, toAt }) => [kind, fromAt, toAt]),
  );
  expectSame(
    `phí theo nhật ký của ${name}`,
    [...folded.fees].map(([key, fee]) => [key, fee.amountDong, fee.state]),
    fees.map(({ key, amountDong, state }) => [key, amountDong, state]),
  );
}

async function expectEnded(
  stage: Stage,
  { path }: Case,
  { dossier, tasks, pauses }: HouseDossier,
  { status, pauses: paused }: Ending,
): Promise<void> {
  const name = dossier.code ?? dossier.id;
  expectSame(`trạng thái sau cùng của ${name}`, dossier.status, status);
  expectThat(dossier.finishedAt !== null, `${name} phải có giờ kết thúc`);
  expectSame(`việc còn chờ của ${name}`, tasks.filter(({ closedAt }) => closedAt === null).length, 0);
  expectSame(`số lần tạm dừng của ${name}`, pauses.filter(({ toAt }) => toAt !== null).length, paused);
  const position = await stage.inspector.get<Position>(`${path}/position`);
  expectSame(`vị trí trong sơ đồ của ${name}`, [position.state, position.now], ['ended', []]);
  await expectNothingStuck(stage, dossier);
  const { tracking } = await stage.anybody.post<Tracking>('/api/searches/tracking', { code: dossier.code });
  expectSame(`tra cứu theo mã ${name}`, [tracking?.code, tracking?.status], [dossier.code, dossier.status]);
  expectThat(!JSON.stringify(tracking).includes(dossier.ownerName), `tra cứu theo mã ${name} không được để lộ tên người`);
}

/** Nothing of this dossier failed to leave, and nothing waits for a person to look into. */
async function expectNothingStuck({ administrator }: Stage, { id, code }: HouseDossier['dossier']): Promise<void> {
  const { items } = await administrator.get<{ items: { dossierId: string | null; kind: string }[] }>('/api/incidents');
  const incidents = items.filter(({ dossierId }) => dossierId === id).map(({ kind }) => kind);
  expectSame(`sự cố của ${code ?? id}`, incidents, []);
  const { dead } = await administrator.get<{ dead: { dossierId: string | null; topic: string; lastFault: string | null }[] }>(
    '/api/outbox',
  );
  const failed = dead.filter(({ dossierId }) => dossierId === id).map(({ topic, lastFault }) => `${topic}: ${lastFault ?? ''}`);
  expectSame(`việc gửi đi bị hỏng của ${code ?? id}`, failed, []);
}
