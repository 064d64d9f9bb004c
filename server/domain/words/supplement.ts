import { type Limit } from '../limit';
import { type PauseRule } from '../pauses';
import { type PlainDate } from '../plain-date';
import { numericDate } from './dates';
import { limitWords } from './limits';
import { type Language, type Words } from './words';

/** What the procedure version says of a supplement: what it does to the time, and the citizen's last day where a clause sets one. */
export interface SupplementRule {
  readonly pauseRule: PauseRule;
  readonly limit: Limit | null;
  readonly lastDay: { readonly on: PlainDate; readonly clause: string; readonly then: 'stop' | 'refuse' | 'return-papers' } | null;
}

const THEN: Record<'stop' | 'refuse' | 'return-papers', Words> = {
  stop: { vi: 'hồ sơ sẽ dừng giải quyết', en: 'work on the dossier is stopped' },
  refuse: { vi: 'hồ sơ sẽ bị từ chối giải quyết', en: 'the dossier is refused' },
  'return-papers': { vi: 'giấy tờ sẽ được trả lại', en: 'the papers are returned' },
};

/**
 * The sentences about time on a supplement request, generated from the rule of
 * the version, so that no letter promises or threatens what the rule does not
 * say: a last day appears only with its clause.
 */
export function supplementSentences(rule: SupplementRule, language: Language): string[] {
  return [lastDaySentence(rule, language), timeSentence(rule, language)];
}

function lastDaySentence({ lastDay }: SupplementRule, language: Language): string {
  if (lastDay === null) {
    return language === 'vi'
      ? 'Quy định không đặt hạn cuối cho việc bổ sung; đề nghị Ông/Bà bổ sung sớm để hồ sơ được giải quyết tiếp.'
      : 'No last day is set for the supplement; please send it soon so that work can go on.';
  }
  const on = numericDate(lastDay.on);
  return language === 'vi'
    ? `Đề nghị Ông/Bà bổ sung chậm nhất ngày ${on} (${lastDay.clause}); quá ngày này ${THEN[lastDay.then].vi}.`
    : `Please send the supplement by ${on} (${lastDay.clause}); after that day ${THEN[lastDay.then].en}.`;
}

function timeSentence({ pauseRule, limit }: SupplementRule, language: Language): string {
  if (pauseRule === 'extend' || limit === null) {
    return language === 'vi'
      ? 'Thời gian chờ bổ sung không tính vào thời hạn giải quyết; ngày hẹn trả được lùi tương ứng kể từ khi hồ sơ đầy đủ.'
      : 'The time until the supplement is complete does not count; the due date moves by as much.';
  }
  const words = limitWords(limit, language);
  return language === 'vi'
    ? `Thời hạn giải quyết (${words}) được tính lại từ đầu, từ lúc Ông/Bà gửi bổ sung đầy đủ.`
    : `The time limit (${words}) is counted again from the start, from the moment your complete supplement is sent.`;
}
