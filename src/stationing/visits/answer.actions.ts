/** What a school says of visits: one by one with words, or many that are right at once. */
import { recordAudits } from '../../platform/audit.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { lookAtTexts } from '../../privacy/index.ts';
import { respondents } from './visit.access.ts';
import type { AnswerInput } from './visit.input.ts';
import { getVisit, type VisitRow } from './visit.store.ts';
import { audit, lawfully, refused, type VisitOutcome } from './visit-outcome.ts';
import { answerVisit, confirmVisits, findStillToAnswer } from './visit-writes.store.ts';

const deeds = { confirmed: 'confirm_visit', disputed: 'dispute_visit' } as const;

/** Says for a school whether a visit is right. Without a version: of what stands there now. */
export function answer(deed: Deed, actor: Actor, id: string, input: AnswerInput): Promise<VisitOutcome> {
  return lawfully(deed, actor, async (tx) => {
    const visit = await getVisit(tx, actor.tenantId, id);
    if (visit === undefined || visit.withdrawn) return { outcome: 'notFound' };
    const school = schoolsOf(actor, ...respondents).find(({ code }) => code === input.schoolCode);
    const stop = inTheWay(visit, actor, school?.code, deed.version);
    if (stop !== undefined || school === undefined) return stop ?? refused('ownSchool');
    const { verdict, words = '', acceptedMarks = [] } = input;
    const texts: Record<string, string> = verdict === 'disputed' ? { words } : {};
    const { open, kept } = await lookAtTexts(tx, actor, texts, acceptedMarks, dayOf(deed.now.getTime()));
    if (open.length > 0) return { ...refused('noOpenMarks'), marks: open };
    const said = { id, schoolId: school.id, version: visit.version, verdict, words: texts['words'] ?? null };
    const version = await answerVisit(tx, said);
    await audit(tx, deed, actor, deeds[verdict], id);
    if (kept.length > 0) await audit(tx, deed, actor, 'accept_marks', id);
    return { outcome: 'taken', id, version };
  });
}

function inTheWay(
  visit: VisitRow,
  actor: Actor,
  code: string | undefined,
  seen: number | undefined,
): VisitOutcome | undefined {
  if (visit.specialist.id === actor.personId) return { outcome: 'forbidden' };
  if (!visit.schools.some((school) => school.code === code)) return refused('ownSchool');
  return seen === undefined || seen === visit.version ? undefined : { outcome: 'stale' };
}

/** Confirms many at once: each as it was seen. What changed meanwhile is left alone. Gives how many were confirmed. */
export function confirmMany(
  deed: Deed,
  actor: Actor,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<{ readonly outcome: 'taken'; readonly confirmed: number } | KeyReused> {
  return deed.database.write(actor, (tx) =>
    doOnce(tx, actor, deed.once, async () => {
      const found = await findStillToAnswer(tx, actor, seen);
      if (found.length > 0) {
        await confirmVisits(tx, found);
        const ids = [...new Set(found.map(({ id }) => id))];
        await recordAudits(tx, actor, { action: 'confirm_visit', subject: 'visit', via: deed.via }, ids);
      }
      return { outcome: 'taken' as const, confirmed: new Set(found.map(({ id }) => id)).size };
    }),
  );
}
