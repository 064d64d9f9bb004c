import { type Request } from 'express';

/** Where this system stands: what cookies, origins and redirects depend on. */
export type Site = {
  /** The address citizens know, without path or closing slash; on https in production. */
  publicUrl: string | undefined;
  isProduction: boolean;
  /** How many proxies of our own stand before us: whose X-Forwarded-* headers are believed. */
  trustedProxies: number;
};

const OWN_MACHINE = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The origin under which a browser sees this request answered. */
export function originOf(site: Site, request: Request): string {
  return site.publicUrl ?? `${request.protocol}://${request.get('Host') ?? ''}`;
}

/** Whether a browser will keep Secure cookies from this answer: on https, and on one's own machine. */
export function isShielded(site: Site, request: Request): boolean {
  const origin = originOf(site, request);
  return site.isProduction || origin.startsWith('https:') || OWN_MACHINE.test(origin);
}

/** The sentence for the operator, once, where sign-in would travel in clear over a network. */
export const UNSHIELDED_WARNING =
  'Đang phục vụ qua http: phiên đăng nhập đi qua mạng không mã hoá, cookie không có Secure. Chỉ dùng để trình diễn. (Serving over plain http: sessions travel unencrypted and their cookies are not Secure. For demonstration only.)';
