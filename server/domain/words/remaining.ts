import { type Remaining } from '../remaining-time';
import { clockTime } from './dates';
import { amountWords } from './explanation';
import { type Language } from './words';

/** 'còn 2 ngày làm việc', 'đến hạn hôm nay, 17 giờ 00 phút', 'quá hạn 3 ngày', 'đang tạm dừng', 'chưa có ngày hẹn trả'. */
export function remainingWords(remaining: Remaining, language: Language): string {
  const say = (vi: string, en: string) => (language === 'vi' ? vi : en);
  switch (remaining.state) {
    case 'left':
      return say(`còn ${amountWords(remaining.amount, 'vi')}`, `${amountWords(remaining.amount, 'en')} left`);
    case 'today':
      return say(`đến hạn hôm nay, ${clockTime(remaining.dueAt, 'vi')}`, `due today at ${clockTime(remaining.dueAt, 'en')}`);
    case 'overdue':
      return say(`quá hạn ${amountWords(remaining.amount, 'vi')}`, `${amountWords(remaining.amount, 'en')} overdue`);
    case 'paused':
      return say('đang tạm dừng', 'the clock stands');
    case 'no-date':
      return say('chưa có ngày hẹn trả', 'no date appointed');
  }
}
