/** What `audit verify` found, in Dutch. */
import { showMoment } from '../../platform/pure/dates.ts';
import type { ChainFault } from './chain.ts';
import type { Verdict } from './verify.ts';

/** Changed rows named one by one; whoever moved all numbers made thousands. */
const mostNamed = 20;

/** The findings line by line, and what to do. */
export function verdictLines(verdict: Verdict): readonly string[] {
  const { rows, anchorLines, faults, waiting } = verdict;
  const counted = `${rows} regels en ${anchorLines} ankerregels nagerekend.`;
  const open =
    waiting.since === null
      ? []
      : [`Nog niet verzegeld: ${waiting.rows} regels, de oudste van ${showMoment(waiting.since)}.`];
  if (verdict.ok && anchorLines === 0 && rows > 0)
    return [
      'De keten klopt.',
      counted,
      ...open,
      'Er is geen anker: of er aan het eind iets is weggehaald, is nu niet te zien.',
    ];
  if (verdict.ok) return ['Het toegangslog is ongewijzigd.', counted, ...open];
  const named = faults.slice(0, mostNamed).map(faultLine);
  const others = faults.length - named.length;
  return [
    'Het toegangslog klopt niet.',
    counted,
    ...open,
    ...named,
    ...(others > 0 ? [`En nog ${others} afwijkingen.`] : []),
    ...(faults.some(({ kind }) => kind === 'cut' || kind === 'replaced') ? [afterRestore] : []),
  ];
}

const afterRestore =
  'Hebt u zelf een oudere back-up teruggezet? Leg dat dan vast met: npm run kortelijn -- audit accept-restore';

function faultLine(fault: ChainFault): string {
  const { tenant } = fault;
  switch (fault.kind) {
    case 'changed':
      return `${tenant}: regel ${fault.number} van ${showMoment(fault.at)} is gewijzigd, verwisseld of tussengevoegd.`;
    case 'missing':
      return fault.from === fault.to
        ? `${tenant}: regel ${fault.from} ontbreekt.`
        : `${tenant}: regel ${fault.from} tot en met ${fault.to} ontbreken.`;
    case 'cut':
      return `${tenant}: de keten houdt op bij regel ${fault.last}. Het anker van ${showMoment(fault.at)} kent regel ${
        fault.anchored
      }: ${fault.anchored - fault.last} regels ontbreken. Of de back-up is ouder dan het anker.`;
    case 'replaced':
      return `${tenant}: vanaf regel ${fault.agreed + 1} of later staat er een andere keten dan is verzegeld. Bij regel ${
        fault.number
      } past het anker van ${showMoment(fault.at)} niet meer.`;
  }
}
