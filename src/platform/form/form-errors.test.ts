import { describe, expect, it } from 'vitest';
import { faultTrouble, needTrouble } from './form-errors.ts';

const labels = {
  report: 'Verslag',
  agreements: 'Afspraken',
  'agreements.row': 'Afspraak',
  'agreements.who': 'Wie doet dit?',
  heldOn: 'Wanneer was het gesprek?',
};
const fault = (location: string) => ({ in: 'body', location, code: 'x', detail: 'Vul dit in.' }) as const;

describe('faults of a form', () => {
  it('stand in the order of the page, each with its label, rows with their number', () => {
    const { summary, fields } = faultTrouble(
      [fault('heldOn'), fault('agreements.1.who'), fault('report')],
      labels,
    );
    expect(summary).toEqual([
      { field: 'report', message: 'Verslag: Vul dit in.' },
      { field: 'agreements.1.who', message: 'Afspraak 2: Wie doet dit? Vul dit in.' },
      { field: 'heldOn', message: 'Wanneer was het gesprek? Vul dit in.' },
    ]);
    expect(fields[0]).toEqual({ field: 'report', message: 'Vul dit in.' });
  });

  it('in a group of choices point at the group', () => {
    expect(faultTrouble([fault('present.3')], { present: 'Wie waren erbij?' }).fields[0]?.field).toBe(
      'present',
    );
  });
});

describe('needs that were not met', () => {
  it('point at the field that can meet them, when the form has it', () => {
    const needs = [
      { code: 'notAhead', detail: 'Deze datum ligt in de toekomst.' },
      { code: 'boardKnown', detail: 'Het bestuur is niet bekend.' },
    ];
    const { summary, fields } = needTrouble(needs, labels, { notAhead: ['noticedOn', 'heldOn'] });
    expect(summary).toEqual([
      { field: 'heldOn', message: 'Deze datum ligt in de toekomst.' },
      { field: undefined, message: 'Het bestuur is niet bekend.' },
    ]);
    expect(fields).toHaveLength(1);
  });
});
