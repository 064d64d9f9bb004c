import { judgeNewPassword, leastPasswordLength } from '../../server/domain/password-rule';

const judge =
  (password: string, hasSecondFactor = false) =>
  () =>
    judgeNewPassword(password, { userName: 'nguyen.anh', leastLength: leastPasswordLength(hasSecondFactor) });

test.each(['aaaaaaaaaaaaaaaaaaaa bbb', 'gánh lúa qua cầu', 'mười bốn ký tự', 'abcdefghijklmnopqrst ', 'ba con mèo ngủ trên mái'])(
  'takes %p without asking for signs of any kind',
  (password) => {
    expect(judge(password)).not.toThrow();
  },
);

test.each([
  ['short', 'Hà Tĩnh 2026'],
  ['one letter', 'aaaaaaaaaaaaaaaa'],
  ['a short piece repeated', 'abcabcabcabcabc'],
  ['numbers in a row', '0123456789012345'],
  ['the alphabet', 'abcdefghijklmnop'],
  ['the keyboard backwards', 'mnbvcxzlkjhgfdsap'],
  ['a common one', 'passwordpassword'],
  ['a common one in capitals with a year', 'MatKhau123456789!!'],
  ['a common one with its accents', 'Mật khẩu'],
  ['the user name with a tail', 'nguyen.anh2026!'],
  ['the user name twice', 'nguyen.anhnguyen.anh'],
])('refuses %s', (_what, password) => {
  expect(judge(password)).toThrow('password-weak');
});

test('eight characters are enough beside a second factor, and no fewer', () => {
  expect(judge('cau Điệm', true)).not.toThrow();
  expect(judge('cầu Điệ', true)).toThrow('password-weak');
  expect(judge('cau Điệm')).toThrow('password-weak');
});

test('a character counts once, however it is encoded', () => {
  expect(judge('🌾🌾🌾🌾🌾🌾🌾 lúa mới', false)).not.toThrow();
  expect(judge('🌾🌾🌾 lúa', true)).toThrow('password-weak');
});
