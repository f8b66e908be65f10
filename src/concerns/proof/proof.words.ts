/** What each number of the yearly proof means, as it stands beside the numbers. */
export const definitions: readonly (readonly [string, string])[] = [
  [
    'Zorg',
    'Een zorg over een school die in dit schooljaar met de directeur is gedeeld. Een notitie die niemand anders las, telt nergens mee. Zorgen van scholen over het samenwerkingsverband ook niet.',
  ],
  [
    'Schooljaar',
    'Van 1 augustus tot en met 31 juli. Wat na 31 juli gebeurt, verandert deze getallen niet meer.',
  ],
  ['Stand', 'Waar de zorg stond op de laatste dag van het schooljaar.'],
  ['Gesprek vanuit een zorg', 'Een uitnodiging voor een gesprek, gemaakt bij een zorg die al was gedeeld.'],
  [
    'Vooraf gepland',
    'Een gesprek over een zorg dat bij geen zorg hoort, of dat werd gepland voordat de zorg was gedeeld.',
  ],
  [
    'Zonder gesprek met de directeur',
    'Een zorg die naar het bestuur ging zonder een vastgelegd gesprek waar een directeur van de school bij was. Is een zorg vervaagd, dan is alleen nog te zien dat er een gesprek was.',
  ],
  [
    'Weggegooid',
    'Een notitie die de schrijver weggooide of die vanzelf verviel. Van wie of van welke school is niet bewaard.',
  ],
  [
    'Mediaan',
    'De helft duurde korter, de helft langer. Wat nog loopt, telt mee als nog wachtend (Kaplan-Meier). Geteld in schooldagen van de school. Onder de tien zorgen staat er geen getal.',
  ],
  [
    '<5',
    'Nul tot en met vier, of een getal dat niet wordt getoond omdat anders een kleiner getal is uit te rekenen.',
  ],
];
