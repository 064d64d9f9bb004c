import { type DueDateExplanation, type Journal, type Timeline } from '../contract/history-shapes';
import { type JournalFacts } from '../domain/journal';
import { localDateOf, OFFICE_OFFSET_MS } from '../domain/local-time';
import { STATUS_NAMES, type NationalStatus } from '../domain/status';
import { numericDate } from '../domain/words/dates';
import { expectSame, expectThat } from './deviation';
import { DEMONSTRATION_STAFF } from '../seed/accounts';
import { DUTY_NAMES } from '../domain/duties';
import { type Visitor } from './visitor';

const WHO_WIDTH = 48;
const INDENT = ' '.repeat(10);

export type JournalLine = Journal['entries'][number];

/**
 * Tells what the record says of a dossier, line by line as it is written: when,
 * who, what, under which code, at which status, due when, and, each time that
 * date is set or moves, how it was counted.
 */
export class RecordPrinter {
  private told = 0;
  private code = '';
  private status: NationalStatus = 1;
  private dueAt: string | null = null;
  private readonly path: string;
  private readonly say: (line: string) => void;

  constructor(path: string, say: (line: string) => void) {
    this.path = path;
    this.say = say;
  }

  /** Prints what has been written since. `inspector` reads the record, `applicant` asks why the date is this one. */
  async printNew(journal: readonly JournalLine[], inspector: Visitor, applicant: Visitor): Promise<void> {
    const fresh = journal.slice(this.told);
    if (fresh.length === 0) return;
    const { entries } = await inspector.get<Timeline>(`${this.path}/timeline`);
    for (const line of fresh) {
      const dueBefore = this.dueAt;
      this.print(line, entries.find(({ number }) => number === line.number)?.vi ?? '');
      if (this.dueAt !== dueBefore) await this.explain(applicant);
    }
    this.told = journal.length;
  }

  private print({ at, facts, ...by }: JournalLine, sentence: string): void {
    const { code, status, dueAt } = facts as JournalFacts;
    this.code = code ?? this.code;
    this.status = (status as NationalStatus | undefined) ?? this.status;
    if (dueAt !== undefined) this.dueAt = dueAt;
    const due = this.dueAt ? `hẹn trả ${clock(this.dueAt)} ${numericDate(localDateOf(new Date(this.dueAt)))}` : 'chưa hẹn ngày';
    expectThat(sentence.length > 0, `một dòng nhật ký của ${this.code} không có lời`);
    this.say(`${clock(at, 'seconds')}  ${whoIs(by).padEnd(WHO_WIDTH)}  ${sentence}`);
    this.say(`${INDENT}${this.code.padEnd(WHO_WIDTH)}  ${this.status} ${STATUS_NAMES[this.status].vi} · ${due}`);
  }

  private async explain(applicant: Visitor): Promise<void> {
    const explained = await applicant.get<DueDateExplanation>(`${this.path}/due-date`);
    expectSame('ngày hẹn được giải thích', explained.dueAt, this.dueAt);
    expectThat(explained.isAsOnRecord, `cách tính của ${this.code} không dẫn đến ngày hẹn đã ghi`);
    expectThat(explained.lines.length > 0, `ngày hẹn của ${this.code} không được giải thích`);
    for (const { vi } of explained.lines) this.say(`${INDENT}  · ${vi}`);
  }
}

function whoIs({ actorKind, actorName }: Pick<JournalLine, 'actorKind' | 'actorName'>): string {
  if (actorKind === 'system') return 'Hệ thống';
  if (actorKind === 'citizen') return `${actorName}, ${DUTY_NAMES.submitter.vi.toLowerCase()}`;
  const duty = DEMONSTRATION_STAFF.find(({ fullName }) => fullName === actorName)?.duties[0];
  return duty ? `${actorName}, ${DUTY_NAMES[duty].vi.toLowerCase()}` : actorName;
}

function clock(at: string, until: 'minutes' | 'seconds' = 'minutes'): string {
  const local = new Date(Date.parse(at) + OFFICE_OFFSET_MS).toISOString();
  return local.slice(11, until === 'seconds' ? 19 : 16);
}
