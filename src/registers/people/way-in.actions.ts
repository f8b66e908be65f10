/** Inviting people to log in, and taking an account off somebody. Each leaves an audit row, and the person gets a mail. */
import { recordAudit } from '../../platform/audit.ts';
import { newId } from '../../platform/ids.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/outbox.store.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { addInvitations, type NewInvitation, removeAccount } from './way-in.store.ts';

/** Sends an invitation to each of these people who is there and not suspended; gives how many. */
export function invite(
  deed: Deed,
  actor: Actor,
  people: readonly string[],
): Promise<{ readonly outcome: 'taken'; readonly invited: number } | KeyReused> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async () => {
      const wanted = [...new Set(people)].map((personId) => ({ id: newId(), personId }));
      const made = await addInvitations(tx, actor.tenantId, actor.personId, wanted);
      await queueMail(
        tx,
        made.map((one) => invitationTo(actor, one)),
      );
      for (const { personId } of made)
        await recordAudit(tx, actor, {
          action: 'invite',
          subject: 'person',
          subjectId: personId,
          via: deed.via,
        });
      return { outcome: 'taken', invited: made.length } as const;
    }),
  );
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
