/** Where specialists came from and what they speak. No organisation of these names is meant. */

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
}

export interface DemoLanguage {
  /** ISO 639-1, or ISO 639-3 for a language that has no code of two letters. */
  readonly code: string;
  readonly name: string;
}

export const demoOrganisations: readonly DemoOrganisation[] = [
  { key: 'wilgenstroom', name: 'SBO De Wilgenstroom' },
  { key: 'kiezelpad', name: 'SBO Het Kiezelpad' },
  { key: 'regenboogtrap', name: 'SBO De Regenboogtrap' },
  { key: 'zeilwagen', name: 'SBO De Zeilwagen' },
  { key: 'kastanjeknop', name: 'SBO De Kastanjeknop' },
  { key: 'morgenbrug', name: 'SBO De Morgenbrug' },
  { key: 'vuurtorenhof', name: 'SBO Het Vuurtorenhof' },
  { key: 'springtouwbrug', name: 'SO De Springtouwbrug' },
  { key: 'windroosje', name: 'SO Het Windroosje' },
  { key: 'duinroute', name: 'SO De Duinroute' },
  { key: 'lantaarnhuis', name: 'SO Het Lantaarnhuis' },
  { key: 'stappenberg', name: 'SO De Stappenberg' },
  { key: 'stemvorkhof', name: 'SO Het Stemvorkhof' },
  { key: 'uurglashuis', name: 'SO Het Uurglashuis' },
  { key: 'ambulant-rietoever', name: 'Dienst Ambulante Begeleiding De Rietoever' },
  { key: 'ambulant-heide', name: 'Ambulante Dienst De Heidestappen' },
  { key: 'begeleiding-peilstok', name: 'Schoolbegeleiding De Peilstok' },
  { key: 'advies-beemd', name: 'Onderwijsadvies De Beemdbrug' },
  { key: 'nieuwkomers-havenpoort', name: 'Taalschool De Havenpoort' },
  { key: 'vroeg-erbij', name: 'Voorschoolse Groep Vroeg Erbij' },
];

export const demoLanguages: readonly DemoLanguage[] = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'Engels' },
  { code: 'tr', name: 'Turks' },
  { code: 'ar', name: 'Arabisch' },
  { code: 'pl', name: 'Pools' },
  { code: 'uk', name: 'Oekraïens' },
  { code: 'fr', name: 'Frans' },
  { code: 'de', name: 'Duits' },
  { code: 'es', name: 'Spaans' },
  { code: 'ti', name: 'Tigrinya' },
  { code: 'pap', name: 'Papiaments' },
  { code: 'ro', name: 'Roemeens' },
  { code: 'bg', name: 'Bulgaars' },
  { code: 'so', name: 'Somalisch' },
  { code: 'dse', name: 'Nederlandse Gebarentaal' },
];
