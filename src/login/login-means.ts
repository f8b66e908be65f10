/** With what people can log in here, as the settings say. */
import { randomBytes } from 'node:crypto';
import type { Config, OidcSettings } from '../platform/config.ts';
import { type Seal, sealWith } from '../platform/seal.ts';

export interface LoginMeans {
  readonly demo: boolean;
  readonly production: boolean;
  /** Of the installation, for every partnership without its own. */
  readonly provider: OidcSettings | undefined;
  readonly seal: Seal;
  /** False: what is sealed cannot be opened after a restart, so nothing lasting may be sealed. */
  readonly sealLasts: boolean;
}

export type LoginConfig = Pick<Config, 'demo'> &
  Partial<Pick<Config, 'oidc' | 'sessionSecret' | 'production'>>;

export function meansOf({ demo, production = false, oidc, sessionSecret }: LoginConfig): LoginMeans {
  return {
    demo,
    production,
    provider: oidc,
    seal: sealWith(sessionSecret ?? randomBytes(32).toString('base64url')),
    sealLasts: sessionSecret !== undefined,
  };
}
