import { type NotAccepted } from '../gateways/outcome';

/** What the outside has not taken. Its own words stay out of the message, which is logged: they may hold somebody's data. */
export class GatewayFault extends Error {
  constructor(gateway: 'mail' | 'sms' | 'post', { outcome }: NotAccepted) {
    super(`${gateway}: ${outcome}`);
    this.name = 'GatewayFault';
  }
}
