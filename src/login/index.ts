/** The front door of coming in and going out. */
import type { Route } from '../platform/route.ts';
import { demonstrationPages } from './demonstration.pages.tsx';
import { type LoginConfig, meansOf } from './login-means.ts';
import { oidcPages } from './oidc.pages.tsx';
import { ownPasskeyPages } from './passkeys/own-passkeys.pages.tsx';
import { passkeyLogIn } from './passkeys/passkey.pages.tsx';
import { providerPages } from './provider.pages.tsx';
import { secondStepPages } from './second-factor/second-step.pages.tsx';
import { sessionPages } from './session.pages.tsx';

export { tidyLogIns } from './access.jobs.ts';
export { findDemonstrationPeople } from './demonstration.store.ts';
export type { LoginConfig } from './login-means.ts';

/** Every door of coming in and going out. */
export function loginRoutes(config: LoginConfig): readonly Route[] {
  const means = meansOf(config);
  return [
    ...sessionPages(means),
    ...oidcPages(means),
    ...providerPages(means),
    ...passkeyLogIn,
    ...secondStepPages,
    ...ownPasskeyPages,
    ...(means.demo ? demonstrationPages : []),
  ];
}
