/** The document of a plan comes in: a PDF, looked at before it is kept, as every file is. */
import { textOfContent } from '../../platform/files/text.ts';
import { typeOfContent } from '../../platform/files/type.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed, UploadedFile } from '../../platform/route.ts';
import { type Outcome, onLocked, record, refused, taken } from '../outcome.ts';
import { keepPlanFile } from './file.store.ts';
import { rolesIn } from './support-plan.actions.ts';
import { planWriters } from './support-plan.rules.ts';
import { getPlan, lockPlan } from './support-plan.store.ts';
import type { PlanFileKind } from './support-plan.words.ts';

/** Bytes. */
export const largestPlanFile = 10_000_000;
/** Characters that are looked through: a plan of two hundred pages. */
const mostText = 500_000;

const unkept = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Co}\p{Cn}]|[\\/:*?"<>|]/gu;
const fileName = (name: string): string => {
  const base = name
    .replace(unkept, '')
    .normalize('NFC')
    .replace(/\.pdf$/i, '')
    .trim();
  return `${[...base].slice(0, 120).join('') || 'ondersteuningsplan'}.pdf`;
};

/** Keeps a PDF as the document of a plan, or as the report of the talk with the municipalities; the one before it goes. */
export async function addPlanFile(
  deed: Deed,
  actor: Actor,
  planId: string,
  kind: PlanFileKind,
  file: UploadedFile,
): Promise<Outcome> {
  const isPdf =
    file.bytes.length <= largestPlanFile && typeOfContent(file.bytes)?.mediaType === 'application/pdf';
  const name = fileName(file.name);
  // In a process of its own, and not while the database waits.
  const text = isPdf ? await textOfContent(file.bytes, 'application/pdf') : undefined;
  const said = { name: name.replace(/[_.+-]/g, ' '), text: text ?? '' };
  return onLocked(
    deed,
    actor,
    said,
    (tx) => lockPlan(tx, actor, planId),
    async (tx) => {
      if (!rolesIn(actor).some((role) => planWriters.some((one) => one === role)))
        return { outcome: 'forbidden' };
      if (!isPdf || said.text.length > mostText) return refused('pdfGiven');
      await keepPlanFile(tx, planId, kind, { name, bytes: file.bytes });
      await record(tx, deed, actor, { action: 'attach', subject: 'support_plan', subjectId: planId });
      return taken(planId);
    },
    (tx) => getPlan(tx, actor, planId),
  );
}
