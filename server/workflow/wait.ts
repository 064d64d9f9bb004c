/** What somebody outside can answer: a person, the outbox, the clock, or a message. */
export type WaitKind = 'user' | 'service' | 'timer' | 'message';

/**
 * One open wait, with all that the diagram says of it. Null: the diagram says
 * nothing. `limit` is in the office's terms (`3 working-days`, `named hand-over`);
 * `dueAt` is an ISO 8601 instant, only where a timer has a date of its own.
 * For a message, act and duty are those of the message: who may send it, by
 * which act. `instance` says which agency, when one task opens once for each.
 */
export type Wait = {
  elementId: string;
  executionId: string;
  kind: WaitKind;
  name: string | null;
  duty: string | null;
  agency: string | null;
  act: string | null;
  form: string | null;
  template: string | null;
  topic: string | null;
  limit: string | null;
  message: string | null;
  instance: { index: number; key: string | null } | null;
  dueAt: string | null;
};

/** What the guard compares: the open rows, and the digest of everything alive. */
export type Known = { waits: readonly Pick<Wait, 'elementId' | 'executionId' | 'kind'>[]; active: string | null };
