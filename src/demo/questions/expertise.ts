/** What specialists know: codes with their Dutch names. */

export interface DemoExpertise {
  readonly code: string;
  readonly name: string;
}

export const demoExpertise = [
  { code: 'taal_lezen', name: 'Taal en lezen' },
  { code: 'rekenen', name: 'Rekenen' },
  { code: 'gedrag', name: 'Gedrag' },
  { code: 'jonge_kind', name: 'Jonge kind' },
  // The everyday name is one that the writing aid asks about.
  { code: 'hoogbegaafdheid', name: 'Begaafdheid en uitdaging' },
  { code: 'nt2_nieuwkomers', name: 'Nieuwkomers en meertaligheid' },
  { code: 'executieve_functies', name: 'Executieve functies' },
  { code: 'sociaal_emotioneel', name: 'Sociaal-emotionele ontwikkeling' },
  { code: 'groepsdynamica', name: 'Groepsdynamica' },
  { code: 'autisme_prikkelverwerking', name: 'Prikkelverwerking en voorspelbaarheid' },
  { code: 'motoriek', name: 'Motoriek' },
  { code: 'schoolaanwezigheid', name: 'Schoolaanwezigheid' },
  { code: 'zml_leren', name: 'Leren in kleine stappen' },
  { code: 'didactiek_coaching', name: 'Didactiek en coaching' },
] as const satisfies readonly DemoExpertise[];

export type ExpertiseCode = (typeof demoExpertise)[number]['code'];

/** What the levels of an expertise mean on a profile. */
export const demoExpertiseLevels = [
  { level: 1, name: 'Basis: denkt mee en verwijst' },
  { level: 2, name: 'Ervaren: begeleidt zelfstandig' },
  { level: 3, name: 'Expert: begeleidt ook collega’s' },
] as const;
