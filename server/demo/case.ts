import { type DossierReading, type HouseDossier } from '../contract/dossier-view-shapes';
import { type DossierSummary } from '../contract/dossier-shapes';
import { type Journal } from '../contract/history-shapes';
import { SUB_STATUS_NAMES } from '../domain/sub-status';
import { type NationalStatus } from '../domain/status';
import { Deviation, expectSame } from './deviation';
import { type JournalLine, RecordPrinter } from './record-printer';
import { type Stage } from './stage';
import { UnexpectedRefusal, type Visitor } from './visitor';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;
const MOST_STALE = 5;
/** Lines that come when the hour of a limit has struck: beside what the story does. */
const BESIDE = ['ring', 'warn-unanswered', 'warn-hand-over', 'warn-supplement-limit'];

/** What a dossier must have come to: its status, the lines written since, and what is open to whom; to all others of the cast nothing. */
export type Expected = {
  status: NationalStatus;
  written: readonly string[];
  open: readonly (readonly [Visitor, ...string[]])[];
};

/** One act through the API: its name in the diagram (it must be open to the actor), its door behind the dossier's, its body. */
export type Act = { act: string; door: string; body: object };

/** One dossier in play, before the eyes of its cast. */
export class Case {
  readonly path: string;
  readonly applicant: Visitor;
  private readonly stage: Stage;
  private readonly cast: readonly Visitor[];
  private readonly printer: RecordPrinter;
  private written = 0;
  /** The place in the register: given once, and never another (R25). */
  private register: HouseDossier['registerNumber'] = null;

  constructor(stage: Stage, options: { id: string; applicant: Visitor; cast: readonly Visitor[] }) {
    this.stage = stage;
    this.path = `/api/dossiers/${options.id}`;
    this.applicant = options.applicant;
    this.cast = [options.applicant, ...options.cast];
    this.printer = new RecordPrinter(this.path, stage.say);
  }

  /** Does an act that is open to this person, and waits until the dossier is where the story expects it. */
  async act(by: Visitor, { act, door, body }: Act, expected: Expected): Promise<void> {
    await this.write(by, act, door, body);
    await this.comesTo(expected);
  }

  /** Does an act that no step of the diagram offers. */
  async actBeside(by: Visitor, { act, door, body }: Act, expected: Expected): Promise<void> {
    const { outsideActs } = await this.seenBy(by);
    if (!outsideActs.some((one) => one === act))
      throw new Deviation(`${act} phải mở cho ${by.name}, nhưng chỉ có: ${outsideActs.join(', ')}`);
    await this.write(by, null, door, body);
    await this.comesTo(expected);
  }

  /** Waits for the house's own work, then holds everything against what is expected, and tells what was written. */
  async comesTo({ status, written, open }: Expected): Promise<void> {
    const journal = await this.untilWritten(written);
    await this.printer.printNew(journal, this.stage.inspector, this.applicant);
    this.written = journal.length;
    const [{ dossier, registerNumber }] = await Promise.all([
      this.seenInside(),
      this.checkOpen(new Map(open.map(([who, ...acts]) => [who, acts.sort()]))),
    ]);
    expectSame(`trạng thái của ${nameOf(dossier)}`, dossier.status, status);
    if (this.register) expectSame(`số trong sổ theo dõi của ${nameOf(dossier)}`, registerNumber, this.register);
    this.register = registerNumber;
  }

  async seenBy(who: Visitor): Promise<DossierReading> {
    return who.get<DossierReading>(this.path);
  }

  async seenInside(): Promise<HouseDossier> {
    return this.stage.inspector.get<HouseDossier>(this.path);
  }

  async journal(): Promise<Journal> {
    return this.stage.inspector.get<Journal>(`${this.path}/journal`);
  }

  /** A colleague or the house itself may have written meanwhile: whoever is told so looks again and goes on. */
  private async write(by: Visitor, act: string | null, door: string, body: object): Promise<void> {
    for (let tried = 1; ; tried++) {
      const { dossier } = await this.seenBy(by);
      if (act !== null && !dossier.acts.some((one) => one.act === act))
        throw new Deviation(`${act} phải mở cho ${by.name}, nhưng chỉ có: ${dossier.acts.map((one) => one.act).join(', ')}`);
      try {
        await by.post(this.path + door, { ...body, expectedVersion: dossier.version });
        return;
      } catch (reason) {
        if (!(reason instanceof UnexpectedRefusal && reason.problem.code === 'stale') || tried >= MOST_STALE) throw reason;
      }
    }
  }

  private async untilWritten(expected: readonly string[]): Promise<JournalLine[]> {
    let fresh: string[] = [];
    for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
      const { entries } = await this.journal();
      fresh = entries
        .slice(this.written)
        .map(({ act }) => act)
        .filter((act) => !BESIDE.includes(act));
      if (fresh.length >= expected.length) {
        expectSame('những việc vừa ghi vào nhật ký', fresh, [...expected]);
        return entries;
      }
      await pause();
    }
    throw new Deviation(`đợi quá lâu: cần ghi ${expected.join(', ')}, mới có ${fresh.join(', ') || 'chưa gì'}`);
  }

  private async checkOpen(expected: ReadonlyMap<Visitor, readonly string[]>): Promise<void> {
    await Promise.all(
      this.cast.map(async (who) => {
        const { dossier } = await this.seenBy(who);
        const found = dossier.acts.map(({ act }) => act).sort();
        expectSame(`việc mở cho ${who.name} (${who.dutyName})`, found, [...(expected.get(who) ?? [])]);
      }),
    );
  }
}

function nameOf({ id, code, subStatus }: DossierSummary): string {
  const sub = subStatus === null ? undefined : SUB_STATUS_NAMES[subStatus as keyof typeof SUB_STATUS_NAMES];
  return `${code ?? id}${sub ? ` (${sub.vi})` : ''}`;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
