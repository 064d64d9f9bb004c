import { PlainSentence } from './plain-sentence';
import { startRefusalSentences } from './words/start-refusals';

/** Everything that keeps the program from starting, by name: what an operator can put right. */
export type StartRefusalCode = keyof typeof startRefusalSentences;

/** The expected "no" at the door of the program. Its message is the one sentence that the operator reads. */
export class StartRefusal extends PlainSentence {
  readonly code: StartRefusalCode;

  constructor(code: StartRefusalCode, facts: Readonly<Record<string, string | number>> = {}) {
    const { vi, en } = startRefusalSentences[code];
    super(`${fill(vi, facts)} (${fill(en, facts)})`);
    this.name = 'StartRefusal';
    this.code = code;
  }
}

function fill(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(facts[name] ?? blank));
}
