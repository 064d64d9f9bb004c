import { createHash } from 'node:crypto';
import { type StandInPerson } from './stand-in-people';

const STYLE = `body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.375rem}.note{border-left:4px solid #b45309;padding:.5rem 1rem;background:#fff7ed}
button{display:block;width:100%;text-align:left;font:inherit;padding:.75rem 1rem;margin:.5rem 0;border:1px solid #595959;border-radius:.375rem;background:#fff;cursor:pointer}
button:hover,button:focus-visible{outline:3px solid #1d4ed8;outline-offset:1px}small{color:#444;display:block}`;

/** The stand-in's whole sign-in: choose who you are. It says plainly that it is none of the State's. */
export function signInPage(people: readonly StandInPerson[]): string {
  const choices = people.map(
    ({ subject, name, dateOfBirth, assurance }) =>
      `<button name="subject" value="${escape(subject)}">${escape(name)}<small>Sinh ngày ${escape(vietnameseDate(dateOfBirth))} · mức ${assurance}</small></button>`,
  );
  return page(
    'Đăng nhập trình diễn',
    `<p class="note">Đây là cổng định danh <strong>trình diễn</strong>, không phải VNeID. Mọi người dưới đây đều do hệ thống tạo ra.
<span lang="en">This is a demonstration gateway; none of these people exist.</span></p>
<form method="post"><p>Chọn người để đăng nhập: <span lang="en">(choose who signs in)</span></p>${choices.join('')}
<button name="subject" value="">Không đăng nhập <span lang="en">(cancel)</span></button></form>`,
  );
}

export function faultPage(): string {
  return page(
    'Không đăng nhập được',
    '<p>Lượt đăng nhập này không còn hiệu lực. Quay lại trang trước và bắt đầu lại.</p><p lang="en">This sign-in is no longer valid. Go back and start again.</p>',
  );
}

/** Nothing runs on these pages, nobody frames them, and their form leads here and back to the office. */
export function pageHeaders(redirectUris: readonly string[]): Record<string, string> {
  const back = redirectUris.map((uri) => new URL(uri).origin).join(' ');
  const style = createHash('sha256').update(STYLE).digest('base64');
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; form-action 'self' ${back}; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1>${body}</html>`;
}

function vietnameseDate(date: string): string {
  return date.split('-').reverse().join('/');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
