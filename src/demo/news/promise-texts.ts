/** What the demonstration promises, and how it says that it works. Invented. */

export const numbersSentence =
  'Binnen een maand staat bij elke school een telefoonnummer dat overdag wordt opgenomen.';
export const waitingSentence = 'Voor de zomer hoort elke school binnen twee dagen wie een vraag bekijkt.';

export const twoPromises = {
  title: 'Wat u van ons mag verwachten',
  body: `Scholen vertelden ons dat zij te lang moesten zoeken naar de juiste persoon. Daar doen wij twee dingen aan.

- ${numbersSentence}
- ${waitingSentence}

Lukt iets niet op tijd, dan leest u dat hier.`,
};

export const proof = {
  title: 'Elke school heeft een telefoonnummer',
  body: 'Op de pagina van elke school staat nu wie u overdag kunt bellen. Klopt een nummer niet? Laat het de contactpersoon weten.',
};

export const keptLate =
  'Vanaf vandaag krijgt elke school binnen twee dagen de naam van wie de vraag bekijkt. Het duurde langer omdat wij eerst de vervanging in vakanties wilden regelen.';

export const visitsSentence = 'Dit najaar komt op elke school iemand van ons kennismaken met het hele team.';
export const visits = {
  title: 'Wij komen kennismaken',
  body: `Een naam op een pagina is nog geen gezicht. ${visitsSentence} U kiest zelf een moment dat past.`,
};
export const later =
  'Op de meeste scholen zijn wij geweest. Door ziekte halen wij de laatste niet op tijd. Die plannen wij in het nieuwe jaar.';

export const cardsSentence =
  'Wij schrijven van elke geslaagde aanpak een praktijkkaart die alle scholen kunnen lezen.';
export const cards = {
  title: 'Leren van wat lukt',
  body: `Wat op de ene school helpt, blijft nu vaak daar. ${cardsSentence}`,
};

export const firstRule = `Gaat het op een school niet goed met kinderen, dan bespreken wij dat **eerst met de directeur**.

Het bestuur hoort het pas als dat nodig is, en in overleg met de school.`;

export const clearerRule = `Gaat het op een school niet goed met kinderen, dan bespreken wij dat **eerst met de directeur**.

- Wie de zorg heeft, belt de directeur zelf.
- Een bezoek is nooit bedoeld om fouten te zoeken.
- Het bestuur hoort het pas als dat nodig is, en in overleg met de school.`;

export const placeRule = `Een specialist komt een half jaar of langer op dezelfde school. De school gaat akkoord voordat iemand begint.`;
