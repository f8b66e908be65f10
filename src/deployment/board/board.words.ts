/** Dutch of the board. */
const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
export const showDagdelen = (n: number) => number.format(n);

export const dagdelen = (n: number) => `${showDagdelen(n)} ${n === 1 ? 'dagdeel' : 'dagdelen'}`;

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const;
/** «sep» of a day in September. */
export const monthWord = (day: string) => months[Number(day.slice(5, 7)) - 1] ?? '';
