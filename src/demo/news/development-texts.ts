/** What people of the demonstration write about roles and pilots. Invented. */

export const firstProfile = `## Waarvoor

Een specialist helpt scholen om kinderen te geven wat zij nodig hebben, zo vroeg mogelijk en zo gewoon mogelijk.

## Wat iemand doet

De specialist denkt mee vanaf de eerste vraag van een leerkracht.

De specialist werkt op twee of drie scholen tegelijk en is daar op vaste dagen.

De specialist schrijft voor elke inzet een plan van ten minste vier kanten.

## Wat daarvoor nodig is

Een afgeronde opleiding op hbo- of wo-niveau, en drie jaar ervaring in een klas of in de begeleiding.`;

export const askedProfile = `## Waarvoor

Een specialist helpt scholen om kinderen te geven wat zij nodig hebben, zo vroeg mogelijk en zo gewoon mogelijk.

## Wat iemand doet

De specialist denkt mee vanaf de eerste vraag van een leerkracht.

De specialist werkt op twee of drie scholen tegelijk en is daar op vaste dagen, voor een langere tijd.

De specialist spreekt met de school een of twee doelen af en kijkt met haar terug of die zijn bereikt.

## Wat daarvoor nodig is

Een afgeronde opleiding op hbo- of wo-niveau, en drie jaar ervaring in een klas of in de begeleiding.

Zin om van en met collega’s te leren: elke maand is er een dagdeel intervisie.`;

export const leadProfile = `## Waarvoor

De teamleider zorgt dat de specialisten als één team werken, en dat scholen weten wie wanneer komt.

## Wat iemand doet

De teamleider verdeelt het werk, houdt de balans in het oog en bespreekt met elke specialist hoe het gaat.`;

export const secondSummary = `We hoorden dat een plan voor elke inzet veel tijd vroeg en weinig opleverde. Dat is vervangen door een of twee doelen.

Ook wilden scholen weten hoe lang iemand blijft. Dat staat er nu bij.`;

export const fixedDay = `Een specialist is een halfjaar lang elke week op dezelfde dag op school, ook als er nog geen vraag ligt.

Leerkrachten lopen binnen met wat zij zien. Een vraag wordt pas opgeschreven als er meer nodig is.`;

export const together = `Twee scholen die bij elkaar in de buurt liggen delen een specialist en houden samen elke maand een leerteam.`;

export const phone = `Elke werkdag van half vier tot half vijf neemt een specialist de telefoon op voor een korte vraag van een leerkracht.`;

export const progress = {
  title: 'Een vaste dag op school: de eerste maanden',
  lead: 'Drie scholen werken met een vaste dag. Dit zien we tot nu toe.',
  body: `Leerkrachten lopen vaker binnen met een kleine vraag. Dat was precies de bedoeling.

Op een van de scholen valt de dag samen met de studiedag. Daar kiezen we na de vakantie een andere dag.`,
} as const;

export const planned = {
  title: 'Zo gaan we werken met korte vragen',
  lead: 'Een voorstel, nog niet besloten.',
  body: `Een korte vraag hoeft geen formulier. U belt, en een specialist denkt mee.

We willen dit na de zomer op alle scholen aanbieden.`,
} as const;

export const teacherWords = [
  'Ik liep sneller binnen met een vraag, ook met een kleine.',
  'Fijn dat er iemand is die onze school kent.',
  'Op onze dag ben ik zelf vrij. Kan de dag wisselen?',
  'Er was te weinig tijd om na te praten.',
  'Ik durfde eerder om hulp te vragen.',
  'Graag ook een keer meekijken bij het buitenspelen.',
] as const;

export const deskWords = [
  'Het deel over doelen is duidelijk. Vertel er nog bij wie de doelen opschrijft.',
  'Ik mis wat een specialist niet doet.',
  'Goed dat de tijd op één school langer wordt.',
] as const;
