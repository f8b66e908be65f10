/** The kinds of expertise a partnership begins with (`begin_questions` of migration 0022, which also gives them their names). */
export const demoExpertise = [
  'taal_lezen',
  'rekenen',
  'gedrag',
  'jonge_kind',
  'hoogbegaafdheid',
  'nt2_nieuwkomers',
  'executieve_functies',
  'sociaal_emotioneel',
  'groepsdynamica',
  'autisme_prikkelverwerking',
  'motoriek',
  'schoolaanwezigheid',
  'zml_leren',
  'didactiek_coaching',
] as const;

export type ExpertiseCode = (typeof demoExpertise)[number];
