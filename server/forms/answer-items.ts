import { Refusal } from '../domain/refusal';
import { type Answers } from './answers';
import { normaliseAnswers } from './normalise';
import { contextOf, type Filing } from './judge-filing';
import { strayAnswers } from './stray-answers';
import { validateAnswers } from './validate';
import { withFiles } from './handed-in';

/**
 * The answers of a dossier with the corrections that were asked for. Only what the
 * request names may be answered (`item-not-open`); a correction that is not right
 * is refused (`answer-invalid`, each place named), the rest of the form stays as
 * it was accepted.
 */
export function answersWithItems(
  filing: Omit<Filing, 'verified'>,
  { named, given }: { named: ReadonlySet<string>; given: Readonly<Record<string, unknown>> },
): Answers {
  const { definition, answers, files } = filing;
  const others = Object.keys(given).filter((id) => !named.has(id));
  if (others.length > 0) throw new Refusal('item-not-open', { items: others });
  const stray = strayAnswers(definition, given);
  if (stray.length > 0)
    throw new Refusal('invalid-input', {
      faults: stray.map((path) => ({
        path: `body.answers.${path}`,
        message: 'Biểu mẫu không có câu hỏi này.',
        messageEn: 'The form has no such question.',
      })),
    });
  const corrected = { ...without(answers, given), ...normaliseAnswers(definition, given) };
  const faults = validateAnswers(definition, withFiles(definition, corrected, files), contextOf(filing)).filter(({ path }) =>
    Object.hasOwn(given, path.split('.')[0]!),
  );
  if (faults.length > 0) {
    throw new Refusal('answer-invalid', {
      faults: faults.map(({ path, message }) => ({ path: `body.answers.${path}`, message: message.vi, messageEn: message.en })),
    });
  }
  return corrected;
}

function without(answers: Answers, given: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !Object.hasOwn(given, id)));
}
