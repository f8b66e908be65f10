/** Who sets what plans are made of; migrations/0041 says the same. */
export const setters = ['team_lead', 'administrator'] as const;
