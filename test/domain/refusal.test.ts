import { REFUSAL_CODES } from '../../server/domain/refusal';
import { refusalSentences } from '../../server/domain/words/refusals';

test('every refusal has a Vietnamese and an English sentence that ends like one', () => {
  for (const code of REFUSAL_CODES) {
    expect(refusalSentences[code].vi).toMatch(/[.}]$/);
    expect(refusalSentences[code].en).toMatch(/[.}]$/);
  }
});
