import { Secret, TOTP } from 'otpauth';
import { DUTY_NAMES, type Duty } from '../domain/duties';
import { DEMONSTRATION_CITIZEN_ACCOUNTS, DEMONSTRATION_FACTOR_SECRET, DEMONSTRATION_PASSWORD, DEMONSTRATION_STAFF } from '../seed/accounts';
import { Deviation } from './deviation';
import { UnexpectedRefusal, Visitor } from './visitor';

const STEP_MS = 30_000;
/** A code is taken once: somebody who signed in within this half minute has used it up. */
const MOST_CODES = 3;

/** The people of the demonstration: each signs in once, and stays signed in over all stories. */
export class People {
  private readonly here = new Map<string, Promise<Visitor>>();
  private readonly address: string;
  private readonly say: (line: string) => void;
  private lastSaid = '';

  constructor(address: string, say: (line: string) => void) {
    this.address = address;
    this.say = say;
  }

  visit(userName: string): Promise<Visitor> {
    const known = this.here.get(userName) ?? this.signIn(userName);
    this.here.set(userName, known);
    return known;
  }

  private async signIn(userName: string): Promise<Visitor> {
    const { name, duty } = personOf(userName);
    const visitor = new Visitor(this.address, name, DUTY_NAMES[duty].vi);
    const given = { userName, password: DEMONSTRATION_PASSWORD };
    const me = await visitor.post<{ csrf: string }>('/api/sessions', given).catch((reason: unknown) => {
      if (isRefusal(reason, 'second-factor-needed')) return this.withCode(visitor, given);
      throw reason;
    });
    visitor.useCsrf(me.csrf);
    return visitor;
  }

  private async withCode(visitor: Visitor, given: { userName: string; password: string }): Promise<{ csrf: string }> {
    for (let tried = 1; ; tried++) {
      const now = await this.timeThere(visitor);
      try {
        return await visitor.post('/api/sessions', { ...given, code: codeAt(now) });
      } catch (reason) {
        if (!isRefusal(reason, 'sign-in-failed') || tried >= MOST_CODES) throw reason;
        const waitMs = STEP_MS - (now % STEP_MS) + 200;
        this.sayOnce(`Mã xác thực của nửa phút này đã dùng rồi, đợi mã sau (${Math.ceil(waitMs / 1000)} giây).`);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  /** They wait together; one line is enough. */
  private sayOnce(line: string): void {
    if (this.lastSaid !== line) this.say(line);
    this.lastSaid = line;
  }

  /** The demonstration's clock may stand ahead of the wall. */
  private async timeThere(visitor: Visitor): Promise<number> {
    return Date.parse((await visitor.get<{ now: string }>('/api/clock')).now);
  }
}

function codeAt(timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(DEMONSTRATION_FACTOR_SECRET) }).generate({ timestamp });
}

function isRefusal(reason: unknown, code: string): boolean {
  return reason instanceof UnexpectedRefusal && reason.problem.code === code;
}

function personOf(userName: string): { name: string; duty: Duty } {
  const staff = DEMONSTRATION_STAFF.find((one) => one.userName === userName);
  if (staff?.duties[0]) return { name: staff.fullName, duty: staff.duties[0] };
  const citizen = DEMONSTRATION_CITIZEN_ACCOUNTS.find((one) => one.userName === userName);
  if (citizen) return { name: citizen.fullName, duty: 'submitter' };
  throw new Deviation(`không có tài khoản trình diễn ${userName}`);
}
