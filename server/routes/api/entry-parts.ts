import { type Clock } from '../../casework/parts';
import { type IdentityGateway } from '../../gateways/identity/identity-gateway';
import { type Entrance } from '../../http/authenticate';
import { type Cookies } from '../../http/cookies';
import { type HouseKeys } from '../../http/keys';
import { type Passwords } from '../../http/passwords';
import { type Doorway } from '../../http/serve';
import { type Site } from '../../http/site';
import { type Tokens } from '../../http/tokens';

/** What the routes of sign-in need beside the doorway. */
export type EntryParts = {
  door: Doorway;
  clock: Clock;
  site: Site;
  keys: HouseKeys;
  tokens: Tokens;
  cookies: Cookies;
  entrance: Entrance;
  passwords: Passwords;
  /** Absent where no gateway is connected. */
  identity: IdentityGateway | undefined;
};
