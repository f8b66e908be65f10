/** Where reports are. */
export const reportsPath = '/resultaten/rapporten';
export const reportPath = (id: string): string => `${reportsPath}/${id}`;
