/** The other half of the set: sentences of school life in which nothing is to be marked. */
import { sentencesOf } from './writing-aid.set.ts';

export const withoutMarks = sentencesOf(`
In groep 5 was het vandaag onrustig.
De school werkt met drie combinatiegroepen van 28 leerlingen.
Wij spraken elkaar op 12 november 2026 in lokaal 14.
Het overleg is op dinsdag 3 maart om 14.30 uur.
De methode voor rekenen is van 2014.
Er is € 12.500 begroot voor extra handen.
Het budget van 1.234.567 euro is op.
School 01XU00 heeft 212 leerlingen.
Het gebouw aan de Kade 12 is oud.
In schooljaar 2025-2026 waren er vier invallers.
De toetsen van januari en juni zijn nagekeken.
Basisschool De Regenboog heeft een nieuwe directeur.
Obs De Roos en ikc Het Bos delen een gymzaal.
De Anne Frankschool doet mee.
De school aan de Jan van Galenstraat is verbouwd.
De directeur herkent het beeld.
Leerkrachten zeggen dat het rooster vol is.
Kinderen vertellen dat zij niet durven te vragen.
De roos in de tuin bloeit en de kinderen geven water.
Het wit van het bord is grijs geworden.
De lente begint en het plein gaat open.
Wij zagen een mees bij het raam.
Wil je weten hoe het gaat, vraag het dan aan het team.
Kan de groep rustiger worden door een ander rooster?
Lente en zomer zijn rustiger dan de herfst.
Mark je hokje op het formulier.
Rust ontbreekt in de middag.
Morgen komt de bezetting weer rond.
Elke dag begint met een kring.
Groep 6A en 6B hebben samen één leerkracht.
Plan B is dat twee groepen worden samengevoegd.
In lokaal C is het te warm.
Niveau A is gehaald, niveau B nog niet.
De klas zit in gebouw D.
Optie C past het best.
Op blad 3 staat een overzicht, zie bijlage B.
De afspraken zijn n.a.v. het overleg d.d. 3 september 2025.
Er zijn o.a. te weinig boeken, d.w.z. voor de onderbouw.
De IB'er en de MR zijn ingelicht.
Het team volgt een cursus van 09.00 tot 12.00 uur.
Van de 28 kinderen halen er 12 de norm.
De uitkomsten zijn 12, 14, 15 en 18.
In week 45 start de nieuwe werkwijze.
Per 1 augustus 2020 werkt de school met units.
Sinds 1 januari 2019 is er geen vaste conciërge.
Het plan loopt van 1-8-2025 tot 31-7-2026.
Er waren 3 van de 5 dagen geen vervanging.
Het verslag telt 12 bladzijden en is versie 1.2.3.
De bus komt om 8.15 en om 8.45 uur.
Kinderen met extra taal gaan op maandag en woensdag naar een andere groep.
De Turkse en Poolse ouders krijgen een tolk.
Leerkracht Engels is er op donderdag.
Juffen en meesters wisselen elkaar af.
De moeder die voorleest, komt nu elke week.
Ouders van groep 4 zijn uitgenodigd.
De vader van een leerling helpt bij de techniek.
Het kind staat voorop.
Eén leerling uit groep 7 zit vaak op de gang.
Drie jongens uit de bovenbouw zoeken elkaar op.
Meisjes en jongens gymmen samen.
De collega van de andere locatie kijkt mee.
Wij gebruiken de lijst van het ministerie.
Het stormde en het dak lekte.
De zon staat in de middag op het bord.
Vos en wolf staan op de kaarten van thema bos.
Op het rooster staat: gym, taal, rekenen.
De gemeente Rotterdam betaalt de schoolmaatschappelijk werker.
Het bezoek was in Oss en daarna in Uden.
De inspectie komt in mei.
April was druk, juni wordt rustiger.
In maart en augustus is er overleg.
Er staan 12.345 boeken in de catalogus.
De toets van 12-11-2026 telt niet mee.
Het nummer van het lokaal is 2.14.
De code van de methode is 978-90-0000.
Wij tellen 24 groepen in 6 scholen.
De uitgave kostte 123.456.782 euro in alle jaren samen.
De klok staat op 08.30-09.15 uur.
De norm is 80 procent.
Er is een wachttijd van 10 schooldagen.
Het plein is van 12.00 tot 13.00 uur vol.
De school kreeg 15 dagdelen ondersteuning.
Wat goed gaat: de ochtenden zijn rustig.
Wat beter kan: de overgang naar groep 3.
Kinderen leren door te spelen en te praten.
De leerlingenraad dacht mee over het plein.
De gang is smal en de trap is steil.
Er is geen rustige plek om te werken.
De directeur zegt: wij willen dit oplossen.
Het team is trots op de leesresultaten.
Iedereen mag meedoen met de musical.
De koffie is op en de stemming is goed.
Het bestuur weet hier nog niet van.
Wij maken een afspraak voor na de vakantie.
De herfstvakantie duurt van 17 tot en met 25 oktober.
Op vrijdag 6 november 2026 is de school dicht.
Het gesprek duurde een uur.
De werkgroep komt elke zes weken bij elkaar.
In de kleutergroep staan 4 tafels te weinig.
Het gaat om de groepen 3, 4 en 5.
De leerkracht van groep 5 werkt drie dagen.
Een invaller kent de kinderen niet.
De ramen kunnen niet open.
Er zijn te weinig laptops: 12 voor 28 kinderen.
Het rooster hangt naast de deur van lokaal 12.
Op het plein staan bomen en een klimrek.
Wij lezen elke dag een half uur.
De fietsen staan in de weg.
De gymles valt vaak uit.
Het speelkwartier is te kort voor groep 1 en 2.
Alle kinderen eten om 12 uur in de klas.
De nieuwe methode start in groep 4.
Het team wil geen straf maar rust.
In het dorp is geen tweede school.
De subsidie loopt tot 2027.
Zie artikel 3 lid 2 van de wet.
De brief is op 1 oktober verstuurd.
Er is een pilot met twee scholen.
Het protocol is in 2023 vastgesteld.
De telefoon van de school was kapot.
Het mailadres van de school is veranderd.
De verjaardagen worden samen gevierd.
Wij vroegen of het beter kan.
Het is stil in huis als de groepen buiten zijn.
De samenwerking met de gemeente loopt goed.
Wij komen in februari terug op deze zorg.
Aan het eind van het jaar kijken wij samen terug.
De zorg is besproken in het team.
Het dak wordt in de zomer hersteld.
Een groep van 31 kinderen is te groot.
Op dinsdag staat er geen vaste leerkracht voor groep 6.
De bibliotheek is open van 13 tot 15 uur.
Lezen gaat vooruit, schrijven blijft achter.
`);
