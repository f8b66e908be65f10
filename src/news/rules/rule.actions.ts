/** The deeds of working rules. */
import { recordAudit } from '../../platform/audit.ts';
import { LawRefused, NotAdmitted, type Transaction } from '../../platform/database.ts';
import { doOnce, type KeyReused } from '../../platform/once.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { type OpenMark, WritingAidDown } from '../../privacy/index.ts';
import { newsMarks } from '../posts/news-marks.ts';
import { writers } from '../posts/post.access.ts';
import type { Unmet } from '../refusal.words.ts';
import type { RuleInput } from './rule.input.ts';
import { unmetNeeds } from './rule.rules.ts';
import { dropRule, lookAtRule, saveRule } from './rule.store.ts';
import { explain } from './rule.words.ts';

export type RuleOutcome =
  | { readonly outcome: 'taken'; readonly id: string }
  | { readonly outcome: 'refused'; readonly unmet: readonly Unmet[]; readonly marks?: readonly OpenMark[] }
  | { readonly outcome: 'notFound' }
  | KeyReused;

/** Adds an edition that a post sets or clarifies; of a draft nobody knows it until the post is out. */
export function addRule(deed: Deed, actor: Actor, postId: string, input: RuleInput): Promise<RuleOutcome> {
  return lawfully(() =>
    deed.database.write(actor, (tx) =>
      doOnce(tx, actor, deed.once, () => addRuleIn(tx, deed, actor, postId, input)),
    ),
  );
}

async function addRuleIn(
  tx: Transaction,
  deed: Deed,
  actor: Actor,
  postId: string,
  input: RuleInput,
): Promise<RuleOutcome> {
  if (!hasRole(actor, ...writers)) return { outcome: 'notFound' };
  const looked = await lookAtRule(tx, actor, postId, input.subject);
  if (looked === undefined) return { outcome: 'notFound' };
  const { startsOn, body, acceptedMarks = [] } = input;
  const { open, kept } = await newsMarks(tx, actor, { body }, acceptedMarks, dayOf(deed.now.getTime()));
  const unmet = unmetNeeds({ ...looked, startsOn, body, openMarks: open.length });
  if (unmet.length > 0) return { outcome: 'refused', unmet: explain(unmet), marks: open };
  const id = await saveRule(tx, actor, postId, input);
  await audit(tx, deed, actor, 'add', id);
  if (kept.length > 0) await audit(tx, deed, actor, 'accept_marks', id);
  return { outcome: 'taken', id };
}

/** Takes back an edition that readers do not know yet. */
export function takeBackRule(deed: Deed, actor: Actor, id: string): Promise<RuleOutcome> {
  return lawfully(() =>
    deed.database.write(actor, async (tx): Promise<RuleOutcome> => {
      if (!hasRole(actor, ...writers) || !(await dropRule(tx, id))) return { outcome: 'notFound' };
      await audit(tx, deed, actor, 'take_back', id);
      return { outcome: 'taken', id };
    }),
  );
}

const audit = (tx: Transaction, deed: Deed, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'working_rule', subjectId, via: deed.via });

/** What the database refuses although the rules let it pass (somebody was just first) is told like any refusal. */
async function lawfully(work: () => Promise<RuleOutcome>): Promise<RuleOutcome> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof WritingAidDown) return { outcome: 'refused', unmet: explain(['writingAidLooks']) };
    if (fault instanceof NotAdmitted) return { outcome: 'notFound' };
    if (fault instanceof LawRefused) return { outcome: 'refused', unmet: explain(fault.codes) };
    if (fault instanceof Error && 'constraint' in fault && fault.constraint === dayTaken)
      return { outcome: 'refused', unmet: explain(['dayFree']) };
    throw fault;
  }
}

const dayTaken = 'working_rule_tenant_id_subject_starts_on_key';
