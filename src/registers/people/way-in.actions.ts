/** Inviting people to log in, taking an account off somebody, letting them begin again. Each leaves an audit row, and the person gets a mail. */
import { recordAudit, recordAudits } from '../../platform/audit.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/outbox.store.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor, Identity } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { addInvitations, type NewInvitation, removeAccount, removeMeans } from './way-in.store.ts';

/** Sends an invitation to each of these people who is there and not suspended; gives how many. */
export function invite(
  deed: Deed,
  actor: Actor,
  people: readonly string[],
): Promise<{ readonly outcome: 'taken'; readonly invited: number } | KeyReused> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async () => ({
      outcome: 'taken' as const,
      invited: await inviteNow(tx, deed, actor, people),
    })),
  );
}

async function inviteNow(
  tx: Transaction,
  { via }: Deed,
  actor: Actor,
  people: readonly string[],
): Promise<number> {
  const wanted = [...new Set(people)].map((personId) => ({ id: newId(), personId }));
  const made = await addInvitations(tx, actor.tenantId, actor.personId, wanted);
  await queueMail(
    tx,
    made.map((one) => invitationTo(actor, one)),
  );
  const invited = made.map(({ personId }) => personId);
  await recordAudits(tx, actor, { action: 'invite', subject: 'person', via }, invited);
  return made.length;
}

function invitationTo({ tenantId, tenant }: Actor, { id, personId }: NewInvitation): Letter {
  return {
    tenantId,
    personId,
    kind: 'invitation',
    key: `invitation ${id}`,
    subject: 'Uw uitnodiging voor Kortelijn',
    lines: [
      `${tenant.name} nodigt u uit om in te loggen in Kortelijn.`,
      'De link hieronder is van u persoonlijk. Hij werkt één keer en zeven dagen.',
      'Verwachtte u deze mail niet? Gebruik de link dan niet, en vraag de beheerder van uw samenwerkingsverband wat er aan de hand is.',
    ],
    link: '/inloggen/eenmalig/{eenmalig}',
  };
}

/** Takes an account off somebody and ends their sessions; false when there is no such account. */
export function unlink(deed: Deed, actor: Actor, personId: string, id: string): Promise<boolean> {
  return deed.database.write(actor, async (tx) => {
    if (!(await removeAccount(tx, personId, id))) return false;
    await recordAudit(tx, actor, { action: 'unlink', subject: 'identity', subjectId: id, via: deed.via });
    await queueMail(tx, [
      {
        tenantId: actor.tenantId,
        personId,
        kind: 'login_unlinked',
        key: `login_unlinked ${id}`,
        subject: 'Een account is losgekoppeld van Kortelijn',
        lines: [
          'Een account waarmee u in Kortelijn kon inloggen, is losgekoppeld. Waar u was ingelogd, bent u uitgelogd.',
          'Klopt dat niet? Vraag het de beheerder van uw samenwerkingsverband.',
        ],
        link: '/inloggen',
      },
    ]);
    return true;
  });
}

/**
 * Lets somebody who lost everything to log in with begin again: passkeys, recovery codes, sessions and links go, and a new invitation
 * leaves. Nobody does it for themselves: a stolen session would do.
 */
export function startOver(
  deed: Deed,
  actor: Actor,
  personId: string,
): Promise<{ readonly outcome: 'taken' | 'notFound' | 'oneself' } | KeyReused> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async () => {
      if (personId === actor.personId) return { outcome: 'oneself' } as const;
      if (!(await removeMeans(tx, personId))) return { outcome: 'notFound' } as const;
      const who = { tenantId: actor.tenantId, personId };
      await recordAudit(tx, actor, {
        action: 'start_over',
        subject: 'person',
        subjectId: personId,
        via: deed.via,
      });
      await queueMail(tx, [newsOfStart(who)]);
      await inviteNow(tx, deed, actor, [personId]);
      return { outcome: 'taken' } as const;
    }),
  );
}

/** The same by who runs the program, for the last administrator; without an invitation. False when they are suspended. */
export function startOverByOperator(database: Database, who: Identity): Promise<boolean> {
  const { tenantId, personId: subjectId } = who;
  return database.write({ operatorFor: tenantId }, async (tx) => {
    if (!(await removeMeans(tx, subjectId))) return false;
    const nobody = { tenantId, personId: null };
    await recordAudit(tx, nobody, { action: 'start_over', subject: 'person', subjectId, via: 'command' });
    await queueMail(tx, [newsOfStart(who)]);
    return true;
  });
}

const newsOfStart = ({ tenantId, personId }: Identity): Letter => ({
  tenantId,
  personId,
  kind: 'security',
  key: `start_over ${newId()}`,
  subject: 'U begint opnieuw met inloggen in Kortelijn',
  lines: [
    'Uw passkeys en herstelcodes zijn verwijderd, en waar u was ingelogd bent u uitgelogd.',
    'U krijgt een nieuwe link om in te loggen. Vraagt uw samenwerkingsverband een tweede stap? Dan maakt u die daarna opnieuw.',
    'Vroeg u hier niet om? Bel dan meteen de beheerder van uw samenwerkingsverband.',
  ],
  link: '/inloggen',
});
