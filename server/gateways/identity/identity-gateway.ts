import { type PlainDate } from '../../domain/plain-date';

/**
 * Who has signed in, as an identity gateway says it. A person is (`issuer`,
 * `subject`); the citizen number is what the gateway vouches for, never the key,
 * and neither are telephone and e-mail.
 */
export type Identity = {
  issuer: string;
  subject: string;
  name: string;
  /** Twelve digits; absent where the gateway knows none. */
  citizenNumber?: string;
  dateOfBirth?: PlainDate;
  phone?: string;
  email?: string;
  /** The level of the account; 0 where the gateway named none that is known here. */
  assurance: number;
};

/**
 * What must be remembered between leaving for the gateway and coming back, in
 * the browser's own sealed cookie: a return without it is somebody else's.
 */
export type PendingSignIn = { state: string; nonce: string; codeVerifier: string; redirectUri: string; leastAssurance: number };

export interface IdentityGateway {
  /** Where to send the browser. Refuses `unavailable`. `redirectUri` is ours, registered there. */
  begin(wanted: { redirectUri: string; leastAssurance: number }): Promise<{ redirectTo: string; pending: PendingSignIn }>;
  /**
   * `query` is what came back with the browser, with or without its question mark. Refuses
   * `identity-unconfirmed` (`why`: an OAuth error code), `assurance-too-low` (`needed`, `held`) and `unavailable`. Each return serves once.
   */
  finish(returned: { query: string; pending: PendingSignIn }): Promise<Identity>;
}
