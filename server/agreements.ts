import { z } from 'zod';
import { POSTAL_EVENT_KINDS } from './gateways/post/postal-gateway';

const webIssuer = z.string().refine((text) => /^https:\/\/[^?#]+$/.test(text) && URL.canParse(text));
/** Over https, or in the clear to an adapter on this very machine. */
const gatewayUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname));
});
const word = z.string().min(1);

/** What an agreement with an identity gateway says; the names of its claims and levels are its own. */
export const identityAgreement = z.strictObject({
  issuer: webIssuer,
  clientId: word,
  clientSecret: word,
  clientAuthentication: z.enum(['client_secret_basic', 'client_secret_post']).default('client_secret_basic'),
  signatureAlgorithm: word,
  scope: word,
  claims: z.strictObject({ name: z.string(), citizenNumber: z.string(), dateOfBirth: z.string(), phone: z.string(), email: z.string() }),
  /** Its `acr` values, and the level each stands for here: from 2 on the person is proved. */
  assurance: z.record(z.string(), z.int().min(0).max(3)),
});
export type IdentityAgreement = z.output<typeof identityAgreement>;

/** What an agreement with the post says: where its doors are, whom it knows us as, and its own codes, of which it publishes no list. */
export const postAgreement = z.strictObject({
  tokenUrl: gatewayUrl,
  orderUrl: gatewayUrl,
  trackingUrl: gatewayUrl,
  cancelUrl: gatewayUrl,
  clientId: word,
  clientSecret: word,
  customerCode: word,
  /** How many lines of the feed are asked for at once. */
  pageSize: z.int().min(1).max(1000).default(100),
  /** The post's status codes with what each means here; 4 is "delivered" unless said otherwise. */
  statusKinds: z.record(z.string(), z.enum(POSTAL_EVENT_KINDS)).default({}),
  /** The province's name with the post's code of it: our own and each that parcels go to. */
  provinceCodes: z.record(z.string(), word),
  /** Which of them is ours. */
  ownProvince: word,
  /** Whom the postman calls where a centre has no telephone on record. */
  officePhone: z.string().regex(/^[\d .+]{3,20}$/),
});
export type PostAgreement = z.output<typeof postAgreement>;

/** What an agreement with an SMS provider says. */
export const smsAgreement = z.strictObject({ url: gatewayUrl, token: word });
export type SmsAgreement = z.output<typeof smsAgreement>;

/** An agreement as one variable of the environment: JSON of its shape. */
export function asJson<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(shape);
}
