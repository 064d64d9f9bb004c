import { z } from 'zod';
import { isPlainDate } from '../../domain/plain-date';
import { type Identity } from './identity-gateway';

/** Under which name a gateway gives what. Names of the national gateway are configuration, as they are not published. */
export type ClaimNames = Readonly<Record<'name' | 'citizenNumber' | 'dateOfBirth' | 'phone' | 'email', string>>;

const Claims = z.object({
  name: z.string().trim().min(1).normalize('NFC'),
  citizenNumber: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  dateOfBirth: z.string().refine(isPlainDate).optional(),
  phone: z.string().min(1).optional(),
  email: z.email().optional(),
});

/**
 * What a gateway says of a person. A claim that is not understood is a fault (the
 * agreement with the gateway is broken), and its name is told, never its value.
 */
export function readClaims(
  claims: Readonly<Record<string, unknown>>,
  names: ClaimNames,
): Omit<Identity, 'issuer' | 'subject' | 'assurance'> {
  const ours = Object.fromEntries(Object.entries(names).map(([own, theirs]) => [own, claims[theirs] ?? undefined]));
  const parsed = Claims.safeParse(ours);
  if (!parsed.success) {
    const which = parsed.error.issues.map(({ path }) => names[path[0] as keyof ClaimNames]);
    throw new Error(`The identity gateway gave claims that are not understood: ${which.join(', ')}.`);
  }
  const { name, ...rest } = parsed.data;
  return { name, ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Identity>) };
}
