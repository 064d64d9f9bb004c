import { type CookieOptions, type Request, type Response } from 'express';
import { isShielded, type Site } from './site';

/**
 * The three cookies of the house. None is readable by a page's script, all end
 * with the browser. The access token comes along with a link from a letter (Lax);
 * the refresh token only with requests of our own pages (Strict).
 */
const COOKIES = {
  access: { name: 'mc_access', sameSite: 'lax' },
  refresh: { name: 'mc_refresh', sameSite: 'strict' },
  /** What is remembered while the browser is away at the identity gateway. */
  identity: { name: 'mc_identity', sameSite: 'lax' },
} as const;

export type CookieName = keyof typeof COOKIES;

export type Cookies = {
  read: (request: Request, cookie: CookieName) => string | undefined;
  give: (request: Request, response: Response, cookie: CookieName, value: string) => void;
  take: (request: Request, response: Response, cookie: CookieName) => void;
};

/** @param warn told once, when cookies first have to travel without their shield (plain http on a host other than one's own) */
export function openCookies(site: Site, warn: () => void): Cookies {
  let isWarned = false;

  function formOf(request: Request, cookie: CookieName): { name: string; options: CookieOptions } {
    const { name, sameSite } = COOKIES[cookie];
    const isSafe = isShielded(site, request);
    return { name: isSafe ? `__Host-${name}` : name, options: { httpOnly: true, secure: isSafe, sameSite, path: '/' } };
  }

  function give(request: Request, response: Response, cookie: CookieName, value: string): void {
    const { name, options } = formOf(request, cookie);
    if (!options.secure && !isWarned) {
      isWarned = true;
      warn();
    }
    response.cookie(name, value, options);
  }

  return {
    read: (request, cookie) => valueOf(request.get('Cookie') ?? '', formOf(request, cookie).name),
    give,
    take(request, response, cookie) {
      const { name, options } = formOf(request, cookie);
      response.clearCookie(name, options);
    },
  };
}

/** The first of that name (RFC 6265, 5.4: the most specific); our values need no decoding. */
function valueOf(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
