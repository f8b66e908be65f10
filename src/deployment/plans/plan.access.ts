/** Who plans. */
export const planners = ['team_lead'] as const;
