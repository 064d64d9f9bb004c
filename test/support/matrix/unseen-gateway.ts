import { Refusal } from '../../../server/domain/refusal';
import { type IdentityGateway } from '../../../server/gateways/identity/identity-gateway';

/** An identity gateway to which everybody is sent and from which nobody comes back: what lies behind it is tested where it is. */
export const unseenGateway: IdentityGateway = {
  begin: ({ redirectUri, leastAssurance }) =>
    Promise.resolve({
      redirectTo: 'https://dinhdanh.example.vn/auth',
      pending: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier', redirectUri, leastAssurance },
    }),
  finish: () => Promise.reject(new Refusal('identity-unconfirmed', { why: 'access_denied' })),
};
