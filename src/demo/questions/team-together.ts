/** Questions of a team about children, parents and each other. */
import type { DemoQuestion } from './demo-question.ts';

export const teamTogetherQuestions: readonly DemoQuestion[] = [
  {
    key: 'team-anger',
    level: 'team',
    expertise: 'gedrag',
    urgency: 'soon',
    dagdelen: 5,
    title: 'Rustig blijven als een kind heel boos wordt',
    need: 'In de afgelopen maanden zijn er in drie groepen kinderen zo boos geworden dat er met spullen werd gegooid. Collega’s reageerden verschillend en voelden zich daarna alleen. Er is onrust in de teamkamer en een enkeling ziet op tegen de dag. Wij willen leren zien wanneer de spanning oploopt en met elkaar afspreken wie wat doet. Het gaat ons om het hele team, niet om die drie kinderen.',
    triedSoFar:
      'Er is een afspraak dat je een collega belt als het misgaat. In de praktijk is er niet altijd iemand vrij.',
    triage:
      'Met voorrang vanwege de onrust in het team. Vijf dagdelen, de eerste bijeenkomst binnen twee weken.',
    missing: {
      asked: 'Is er een opvangplek, en wie is er op welk moment van de dag inzetbaar?',
      given:
        'De plek is de kamer naast de administratie. Alleen op maandag en donderdag is de IB’er de hele dag aanwezig.',
    },
    answer:
      'Maak een spanningskaart met vier kleuren: groen is rustig, geel is onrustig, oranje is bijna, rood is niet meer bereikbaar. Schrijf per kleur op wat u ziet en wat u doet. Bij geel helpt afstand, minder woorden en iets te doen geven. Bij oranje stopt elke discussie: u noemt het kind, zegt één zin en geeft ruimte. Bij rood gaat het alleen nog om veiligheid; de groep gaat naar een afgesproken plek en er komt een tweede volwassene. Leg voor elk dagdeel vast wie dat is, met naam en telefoon, ook op woensdag. Oefen het een keer zonder kinderen. Praat met het kind pas als het een half uur weer groen is. Neem na elk voorval tien minuten met de collega: wat ging goed, wat heb je nodig?',
    decline: {
      reason:
        'Er loopt voor één van de situaties al intensieve begeleiding en de teamscholing is daar onderdeel van.',
      nextStep:
        'De specialist die al komt, plant de teambijeenkomst in. De schoolcontactpersoon bewaakt dat dit voor de vakantie gebeurt.',
    },
    advice:
      'De commissie adviseert een snelle start met het hele team. Zolang niet iedereen weet wie er komt, lost begeleiding van een kind weinig op.',
    arrangement:
      'Toegekend: vijf dagdelen, waarvan twee voor het oefenen met het team. De school regelt voor elk dagdeel een tweede volwassene.',
    evaluation:
      'Het rooster met de tweede volwassene werkt. Er werd in acht weken één keer opgeschaald naar rood, in de acht weken daarvoor zeven keer.',
    didItLast: 'yes',
    lasted:
      'De kleuren worden in elke groep gebruikt en het rooster wordt bijgehouden. Twee nieuwe collega’s kregen de uitleg van het team zelf.',
    stop: {
      reason: 'De situatie vraagt meer dan scholing; er is een plan nodig met jeugdhulp en ouders erbij.',
      nextStep:
        'Er komt binnen een week een overleg met het wijkteam. Deze vraag wordt daarna opnieuw bekeken.',
    },
    handOver:
      'Voor de bijeenkomsten is een tweede specialist nodig. Zij neemt ook het contact met de school over.',
  },
  {
    key: 'team-loss',
    level: 'team',
    expertise: 'sociaal_emotioneel',
    urgency: 'now',
    dagdelen: 2,
    title: 'Een groep en een team na een groot verlies',
    need: 'Vorige week is een geliefde collega onverwacht overleden. De kinderen weten het sinds maandag. Sommige groepen praten er open over, in andere groepen durven leerkrachten niet te beginnen omdat zij zelf moeten huilen. Wij vragen om iemand die morgen of overmorgen met het team meedenkt: wat zeggen we, wat laten we maken, hoe zit het met gewone lessen?',
    triedSoFar: 'Er is een hoekje met een foto en kaarten ingericht. De directeur ging langs alle groepen.',
    triage:
      'Spoed. Vandaag gebeld met de directeur, morgen gaat een specialist langs. Twee dagdelen, later opnieuw bellen.',
    answer:
      'Houd de dag zo gewoon mogelijk, met drie vaste momenten om erbij stil te staan: aan het begin, na de pauze en aan het eind. Gebruik eenvoudige woorden en zeg dood, niet ingeslapen. Kinderen mogen kiezen: tekenen, schrijven, luisteren of even spelen. Jonge kinderen stellen na vijf minuten een vraag over iets anders en dat hoort erbij. Als u zelf huilt, zeg dan: ik ben verdrietig, dat gaat zo weer over, en vraag een collega om even over te nemen. Spreek met het team af wie welke groep bijstaat en wie naar het afscheid gaat. Laat ouders vandaag weten wat er is verteld en waar zij terecht kunnen. Let over drie weken op de stille kinderen, want dan is de aandacht weg. Bel ons als een kind niet meer wil slapen of eten.',
    decline: {
      reason: 'Het bestuur heeft een eigen rouwdeskundige die vandaag al op school is.',
      nextStep:
        'De schoolcontactpersoon belt volgende week om te vragen of er voor groepen nog iets nodig is.',
    },
    advice:
      'De commissie is achteraf ingelicht. Zij vindt snelle inzet zonder vergadering terecht en adviseert over zes weken opnieuw contact op te nemen.',
    arrangement:
      'Toegekend achteraf: twee dagdelen spoedinzet en één dagdeel over zes weken, op verzoek van het team.',
    evaluation:
      'Het team voelde zich gesteund en kon de groepen zelf opvangen. In één groep is nog een extra gesprek gevoerd.',
    didItLast: 'yes',
    lasted:
      'De herdenkplek heeft een vaste plaats in de tuin. Het team hield aan het eind van het schooljaar zelf een moment samen.',
    stop: {
      reason: 'De school geeft aan dat het team het nu met elkaar wil dragen.',
      nextStep: 'De specialist blijft bereikbaar en de directeur weet wie zij kan bellen.',
    },
    handOver:
      'De specialist die de eerste dag kwam, heeft vakantie. Haar collega neemt het tweede bezoek over en is voorgesteld aan het team.',
  },
  {
    key: 'team-home-languages',
    level: 'team',
    expertise: 'nt2_nieuwkomers',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Omgaan met thuistalen in de klas en in gesprekken met ouders',
    need: 'In ons team leven verschillende ideeën over thuistalen. De een spreekt af dat op school alleen Nederlands klinkt, de ander laat kinderen met dezelfde taal bij elkaar zitten. Ouders vragen ons welke taal zij thuis moeten spreken en krijgen steeds een ander antwoord. Wij willen een gezamenlijk verhaal dat klopt en oefenen met enkele werkvormen. Ook willen we weten hoe je een gesprek voert met een tolk.',
    triedSoFar:
      'We hebben een welkomstbord met twaalf talen in de hal. In de lessen gebruiken we de talen niet.',
    triage: 'Drie dagdelen. Geschikt voor een studiemiddag met drie proefgroepen daarna.',
    answer:
      'Vertel ouders steeds hetzelfde: praat, lees en zing thuis in de taal waarin u het meeste te vertellen hebt. Een kind dat in één taal veel woorden kent, leert een tweede taal makkelijker. In de klas is Nederlands de taal van de uitleg, maar denken en overleggen mag in elke taal. Begin met drie werkvormen: laat kinderen een nieuw woord in hun eigen taal opschrijven naast het Nederlandse, laat tweetallen met dezelfde taal twee minuten voorbereiden voordat zij in het Nederlands antwoorden, en gebruik bij een thema prentenboeken die ook thuis in de eigen taal bestaan. Bij een gesprek met tolk: spreek korte zinnen, kijk naar de ouder en niet naar de tolk, en laat de ouder aan het eind in eigen woorden herhalen wat er is afgesproken. Laat kinderen nooit tolken.',
    decline: {
      reason: 'De bibliotheek en de gemeente geven dit najaar dezelfde training gratis aan teams.',
      nextStep: 'Meld het team daar aan. Over het gesprek met tolk sturen wij een kaart met tien tips.',
    },
    advice:
      'De commissie adviseert een teambijeenkomst en drie proefgroepen. Eén gezamenlijk verhaal voor ouders is belangrijker dan veel werkvormen.',
    arrangement:
      'Toegekend: drie dagdelen en een budget van tweehonderd euro voor prentenboeken in meerdere talen.',
    evaluation:
      'Het team geeft hetzelfde antwoord aan ouders. In de proefgroepen praten kinderen meer bij de voorbereiding van een opdracht.',
    didItLast: 'yes',
    lasted: 'Alle groepen gebruiken nu minstens één werkvorm. Op ouderavonden is een vaste tolk geregeld.',
    stop: {
      reason: 'Door het vertrek van de directeur is de teambijeenkomst twee keer uitgesteld.',
      nextStep:
        'De nieuwe directeur beslist in januari of de vraag doorgaat. De schoolcontactpersoon brengt het ter sprake.',
    },
    handOver:
      'Een meertalige collega neemt de vraag over omdat zij de gesprekken met ouders in twee talen kan voordoen.',
  },
  {
    key: 'team-predictable-days',
    level: 'team',
    expertise: 'autisme_prikkelverwerking',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Voorspelbare dagen in elke groep, ook bij invallers',
    need: 'Sommige kinderen raken van slag zodra er iets anders gaat dan anders: een invaller, een uitje, een andere tafelindeling. Elke leerkracht heeft eigen kaartjes en woorden. Bij invallers is daar niets van terug te vinden. Wij willen als team een paar vaste dingen afspreken, zodat de dag voor kinderen in elke groep te voorspellen is. Het moet weinig tijd kosten.',
    triedSoFar:
      'In vier groepen hangen dagritmekaarten. Die worden ’s ochtends gehangen en daarna niet meer gebruikt.',
    triage:
      'Vier dagdelen voor het team. Geen losse begeleiding van kinderen nodig, dat hielp eerder ook niet.',
    answer:
      'Maak vijf dingen in alle groepen gelijk: de plek van het dagritme, hoe een les begint, hoe u een wissel aankondigt, waar werk ingeleverd wordt en wat een kind doet dat klaar is. Loop het dagritme drie keer per dag langs: aan het begin, na de kleine pauze en na de grote, en haal weg wat klaar is. Kondig een wissel aan met twee signalen: over vijf minuten, over één minuut. Vertel bij een verandering altijd drie dingen: wat is anders, wat blijft hetzelfde en wie helpt. Zet deze vijf dingen met foto’s in een map voor invallers, op één bladzijde per groep. Laat elke dag twee kinderen de kaarten beheren, dan vergeet niemand het. Kijk na zes weken samen wat verwaterde en kies er één om op te frissen.',
    decline: {
      reason:
        'Dit is basisondersteuning en staat al als afspraak in het ondersteuningsprofiel van de school.',
      nextStep:
        'De IB’er bespreekt in het team wat de afspraken in de weg staat. Wij geven het voorbeeld van de map voor invallers.',
    },
    advice:
      'De commissie adviseert om klein te beginnen met vijf vaste afspraken. Het team heeft eerder grote plannen gemaakt die niet bleven.',
    arrangement:
      'Toegekend: vier dagdelen, met een herhaalbezoek na zes weken omdat volhouden hier het moeilijkste deel is.',
    evaluation:
      'Alle groepen hebben dezelfde vijf afspraken en een map. Op dagen met een invaller zijn er duidelijk minder voorvallen gemeld.',
    didItLast: 'no',
    lasted:
      'De mappen voor invallers zijn niet bijgewerkt en in de meeste groepen verdween het gezamenlijke ritme na de zomer. De IB’er zet het opnieuw op de agenda.',
    stop: {
      reason: 'Het team heeft gekozen om eerst aan de pauzes te werken, want daar was de nood hoger.',
      nextStep: 'De lijst met vijf afspraken ligt klaar voor het volgende schooljaar.',
    },
    handOver: 'De specialist kreeg een andere standplaats. Een collega verzorgt het herhaalbezoek.',
  },
  {
    key: 'team-talking-about-absence',
    level: 'team',
    expertise: 'schoolaanwezigheid',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Gesprekken met ouders over vaak ziek melden',
    need: 'Leerkrachten schuiven het gesprek over vaak ziek melden voor zich uit. Zij zijn bang dat ouders boos worden of zich betrapt voelen. Als het gesprek er komt, gaat het vooral over regels en de leerplicht. Daarna zien we de ouders minder vaak op school. Wij willen met het team oefenen met gesprekken die iets opleveren voor het kind.',
    triedSoFar:
      'De IB’er sluit soms aan bij een gesprek. Een brief met de regels van de school had weinig effect.',
    triage: 'Drie dagdelen, waarvan een middag oefenen met een acteur. De schoolarts wil aansluiten.',
    answer:
      'Begin niet met het aantal dagen maar met het missen: we misten uw kind woensdag in de kring, het zou over de vogels vertellen. Stel dan vragen die ruimte geven. Hoe gaat een ochtend bij u thuis? Wat maakt opstaan makkelijk of moeilijk? Wat zegt uw kind zelf? Luister de helft van de tijd en vat samen. Pas daarna noemt u wat u in het overzicht ziet, als zorg en niet als verwijt. Maak samen één kleine afspraak voor de komende twee weken, zoals een kaartje, een maatje bij het hek of een belletje om half acht. Plan het volgende gesprek meteen. Is er twijfel over gezondheid, vraag dan toestemming voor overleg met de schoolarts. Noem leerplicht pas als het nodig is, en leg dan uit hoe die kan helpen.',
    decline: {
      reason: 'De schoolarts geeft dezelfde oefenmiddag aan alle scholen in uw wijk, al op korte termijn.',
      nextStep: 'Sluit aan in januari. Voor een gesprek dat nu al vastloopt, belt u de schoolcontactpersoon.',
    },
    advice:
      'De commissie adviseert een oefenmiddag en twee keer terugkomen. Durven praten met ouders is iets dat een team samen leert.',
    arrangement:
      'Toegekend: drie dagdelen en de kosten van de acteur, omdat oefenen met elkaar minder dicht bij echte gesprekken komt.',
    evaluation:
      'Bijna alle leerkrachten hebben een gesprek op de nieuwe manier gevoerd. Ouders kwamen in de meeste gevallen ook naar het vervolg.',
    didItLast: 'partly',
    lasted:
      'De openingszin over missen is gewoon geworden. Het vervolggesprek na twee weken schiet er in drukke maanden nog vaak bij in.',
    stop: {
      reason: 'Het team ziet na de eerste middag geen vraag meer en wil zelf verder oefenen.',
      nextStep:
        'De kaart met vragen blijft op school. Bij een moeilijke situatie kan de school opnieuw vragen.',
    },
    handOver: 'De oefenmiddag wordt gegeven door een collega die ook gespreksleider is bij andere teams.',
  },
  {
    key: 'team-combined-groups',
    level: 'team',
    expertise: 'groepsdynamica',
    urgency: 'normal',
    dagdelen: 5,
    title: 'Kinderen laten wennen aan nieuwe combinatiegroepen',
    need: 'Door het teruglopende aantal kinderen gaan wij na de zomer met combinatiegroepen werken. Kinderen die zes jaar samen waren, komen in een andere samenstelling. Ouders maken zich zorgen over vriendschappen en niveau. Het team wil een plan voor de laatste maanden van dit jaar en de eerste van het volgende. Ook willen we weten hoe we kinderen zelf laten meedenken over de indeling.',
    triedSoFar: 'Er was een informatieavond die rommelig verliep. Met de kinderen is nog niet gesproken.',
    triage: 'Vijf dagdelen van april tot in oktober. Meekijken met de brief aan ouders hoort erbij.',
    answer:
      'Laat kinderen op papier drie kinderen noemen met wie zij goed kunnen werken en één met wie niet, en beloof alleen wat u kunt waarmaken: iedereen komt bij minstens één van de drie. Maak vanaf mei elke week een gezamenlijk uur met de nieuwe combinatie, met een taak die niet met niveau te maken heeft, zoals bouwen, zingen of een tuin aanleggen. Bewaar één vast moment per week met de oude groep, tot de herfst. Leg ouders niet de formatie uit maar een gewone dag: wanneer krijgt mijn kind uitleg en bij wie. Toon dat met een voorbeeldrooster. Spreek af dat groepsindeling één keer wordt vastgesteld en niet per gezin wordt aangepast. In september beginnen de oudsten met een rol als gids voor de jongsten.',
    decline: {
      reason: 'Het besluit over de groepen is nog niet genomen en ligt bij de medezeggenschapsraad.',
      nextStep: 'Vraag opnieuw aan als het besluit er is. Dan kunnen wij binnen twee weken beginnen.',
    },
    advice:
      'De commissie adviseert te starten in april. Een nieuwe groep ontstaat niet op de eerste schooldag, en kinderen willen meedenken.',
    arrangement:
      'Toegekend: vijf dagdelen verspreid over twee schooljaren, zodat dezelfde specialist ook de start meemaakt.',
    evaluation:
      'Voor de vakantie waren er zes gezamenlijke uren. In oktober gaf het grootste deel van de kinderen aan zich thuis te voelen in de nieuwe groep.',
    didItLast: 'yes',
    lasted:
      'Het gidssysteem van oudsten en jongsten is gebleven. Ouders noemen het op de kennismakingsmiddag als pluspunt.',
    stop: {
      reason: 'Er kwamen toch genoeg aanmeldingen om de groepen apart te houden.',
      nextStep: 'Het plan gaat in de la. Blijft het aantal volgend jaar laag, dan is er al een begin.',
    },
    handOver:
      'De specialist werkt na de zomer in een andere wijk. De nieuwe specialist was bij het laatste gezamenlijke uur.',
  },
];
