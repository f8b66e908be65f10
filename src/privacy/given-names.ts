/**
 * Given names that are used in the Netherlands, as people here bear them: Dutch, Frisian, Turkish, Moroccan and Arabic, Surinamese,
 * Antillean, Polish, and others from Europe, Africa and Asia. Facts of common knowledge, without accents; not complete.
 */
import { namesToK } from './given-names-a-k.ts';

const namesFromL = `
lachlan lahcen laila laith lale lamar lamia lamiae lammert lamyae lana lara larissa lars lasse laszlo latifa
latoya laura lauren laurens laurent laurie laurien laurine layan layana layla laylani layth lea leah leander
leandra leandro lebo leendert leentje leila lejla lemmert lena lenie lenka lenn lennard lennart lennert lennie
lennon lennox lenny lenthe leo leon leona leonard leonardo leonid leonie leonora leontien leopold leroy lesley
leslie lester levent levi levina leyan leyla leyna lia liam lian liana lianne libby lidewij lidia lidwien
lieke lien lieneke lienke liesbeth lieselore lieselot lieselotte liesje lieske lieuwe lieuwkje lilian liliana
lilith lilli lillian lilly lillyan lily lilya lina linda lindsay lindsey linh linn linnea linsey linus lionel
lisa lisan lisanna lisanne lisbeth lise lisenka lisette liv livia liya liyah liza lizanne lizz lizzy lobke
lodewijk loek loes logan lois lola loman lonneke lorena lorenzo loretta lorin loris lotfi lotje lotte louay
loubna louie louis louisa louise loukie loulou lounes lourens lova lowie lowiek luan luana lubna luc luca
lucas lucia luciano lucie lucien lucienne lucinda lucy luda ludo ludwig luigi luisa luise luit luitzen luka
lukas lukasz luke lukman lula lumi luna lutgarde luther luuk luus luwam lwam lya lyan lyanne lydia lykele lyla
lynette lynn lynne lysanne maaike maame maarten maartje maaz mabel machiel machteld macy maddie maddy madee
madelein madelief madelon madina madou mads mae mael maeve magda magdalena maha mahdi maher mahir mahmoud
mahmut mahsun maik maike maikel maira maisa maisie maissa maja majd majda majid malaika malak malek malika
malin malou malu manal mandy manel manisha manoah manon manouk manoush mansour manuel manuela marah maram marc
marcel marcella marcelle marcellus marcia marcin marco marcus mareike marek marga margaret margareta
margaretha margit margo margot margreet margrietha maria mariam mariama marian mariana marianne maribel marie
marieke mariella marielle mariet mariette marije marijke marijn marijne marijse marika marike marilene marilou
marilyn marin marinka marinus mario marion mariska marisol marissa marit marita maritza marius mariusz mariya
mariyam marja marjan marjanne marjet marjo marjolein marjolijn marjon marjorie marko markus marleen marlene
marley marlies marlin marlinda marlise marlo marloes marlon marlou marnix marny maroua marouan marouane marta
marten martha martijn martin martina martine martinus marton marvin marwa marwan marwane maryam maryama maryem
maryna maryse mason massimo matej mateja mateo mateusz mathias mathieu mathijs mathilda mathilde mathis
matilda matin matteo matthea matthew matthias matthieu matthijs mattia maud maude maura maureen maurice
mauricio maurits mauro maury maximilian maximus maxine maxx maya mayar mayra maysa maysae maysam mayson mayssa
mazin mebrahtu medine meeke meerle mehdi mehmet mehmetcan mehtap meike mekenzie melanie melat melchior melek
meles melih melike melina melinda melisa melissa melle melvin menno mercedes meriam merijn merle merlijn mert
merthe mervan merve meryem meryl metehan mette micah michael michaela michal michalina micheal michel michelle
michiel mick micky mieke miel mien mienke miguel mihai mihret mika mikael mikai mikail mikayla mike mikel
mikolaj mila milan milana milena miley milo milos milou mimoun mina minke minou mira mirac miraj miran miranda
mireille mirella mirjam mirjana mirko miroslaw mirte mirthe mirza mischa missy mitch mitchel mitchell moad
moaz moeniralam mohamad mohamed mohammad mohammed moira mona monica moniek monika monique monir monira moos
morad morena morgan moritz morris mosab moses mostafa mouad moud mounia mounir mourad moussa muhammad muhammed
muhammet muhsin mukhtar mura muradiye murat murtaza musa mustafa mustapha myla mylan mylo myra myrddin myriam
myrna myron myrte myrthe nadia nadieh nadim nadine nadira nadja nael nahid nahla nahom naila naima najat najib
najim najla najma najoua najwa nanda nando nanna nanouk nansi naomi nard nardos narges nariman nasim nasra
nasser nassim nastasja natacha natalia natalie nataly natan natascha natasha natasja nate nathalie nathan
nathanael nathaniel naureen navid naz nazan nazar nazli nebahat necati nechama neel neela neele neeltje neesha
nela nele nelia nelis nella nelleke nelli nellie nelly nelson nena nerea nermin neslihan nesrin nesrine nevin
nevio newin neyla nezha niaz nicholas nick nicky nico nicola nicolaas nicolai nicolas nicole nicolette nidal
niek niels nienke nihad nihal niki nikita nikki niklas niko nikola nikolaj nikolas nikoletta nikolina nilay
nilgun nils nilufer nimco nina nino nisa nisanur nisrin nisrine nizar noa noach noah noam noel noelia noelle
noemi noemie nola nolan nolen noor noortje nora norah noraly norbert nordin norma norman nouha nouhaila nour
noura noureddine nouri noury nuray nurcan nurdan nurdin nurhan nuri nursel nursen nurullah nynke oana odile
odin oebele oguz oguzhan okan okke oksana olaf ole oleksandr oleksandra olena olga oliver olivia olivier
oliwia oliwier olle ollie omaima omar omayma omer onno onur onurcan oona opal orhan oriana orion orla orlando
osama oscar oskar osman otis otto ouafae ouail oualid ouassim oumaima oumayma oumnia outman ouway oya ozan
ozge ozgur ozlem pablo pam paola paolo parisa pascale pascalle pasha patricia patrick patrik patrycja patryk
patty paul paula paulien paulina pauline paulus pavel pawel payam pearl peggy pelin pelle penelope pepijn
pernille perry petra petronella petrus phaedra phebe phil phileine philip philippa philippe philippine
philomena phoebe pien pierre pieter pieternel pietertje pilar pim pinar piotr pippa pleun pleuntje polly
pollyanna pommeline poyraz pranav prisca priscilla priya przemyslaw pytrik quentin quin quincy quinn quinten
quinty quirijn quirine rabia rabiye rachel rachelle rachid rachida radboud radoslaw rafael rafaella rafaelle
rafal raffi rafi rafik raghad ragna rahaf rahel rahima rahul raimon raina rainier raisa raissa rajae rajesh
rajiv ralf ralph ramazan rami ramiro ramon ramona ramses ramsey rana randy rania raoul raquel rares rasheed
rashid rasim ravi rawad rawan ray rayan rayane rayhan raymon raymond rayna rayza rebecca rebekka recep redouan
redouane reem regien regina regy reina reinaldo reinder reindert reinier reinout rejane rembrandt remco remi
remy rena renan renate renato rene renee renia rens renske reve reyhan reza rhea rhodee rhys riad riana rianne
ricardo riccardo richard richelle rick rico ridouan ridvan ridwan rie rieka rieke rieks rifka rihana rihanna
rik rika rikkert rikst riley rimke rinke rinske rinus riny rishi rita ritchie rivka riyad riyan riza roald
roan robbe robbert robbie robbin robert roberta roberto robin robyn rochelle rocky roderick rodney rodrigo
roel roeland roelf roelie roelieke roelien roelof roeltje roger rogier rohan rojda roland rolf rolien rolinda
romaisa romaissa romana romano romay romee romesa romy ron ronald ronan ronja ronnie ronny rosalie rosalien
rosalina rosaly rosalynn rosan rosana rosanna rosanne rosario roselie roselinde roseline roselot rosemarie
rosemarijn roshan rosie rosina rosita rowdy rowena roxan roxana roxanne roxy roy royce ruben rubina rudolf
rudy rufus rukiye rumeysa rutger ruth ruud ruurd ruveyda ruwayda ryaan ryad ryan ryanne rybka rylan rymke saad
saado saar saartje sabah sabina sabine sabrina sacha sadia safa safaa safae safiya safouan sahar sahil sahra
said saida sajjad sakina salah salaheddine salahuddin saleh salem salih saliha salim salima salma salman
salome salomon saloua salsabil sam samanta samantha samara samed sami samia samiha samina samir samira sammie
sammy samson samuel samuela sana sanaa sanae sander sandor sandra sandrine sanem sanja sanjana sanna sanne
santa santi santiago santino santo saoirse sara sarah sarai saray sarina sarita saron sascha sasja saskia
savanna savannah savas savio sayf sayfdin sayfeddine scarlett schelte scott sean seb sebas sebastiaan
sebastian sebastien seda sedef sefa sefanur selahattin selam selcan selen selena selim selin selina seline
selma selmin selvi sem semanur semhar semih semra sena senait senan senay senem senna senne seppe serap serdar
serena sergio serhat serife serkan servaas seth sevda sevgi sevil seyma seymanur sezen sezer shadi shahad
shahd shaheen shaina shamar shamira shana shania shanice shanna shannen shannon shanti shara sharda sharifa
sharmaine sharon shaun shauna shawn shay shaya shayan shayla shayna sheila shelby shelomi sherida sheron
sherwin shirley shiva shivani shlomo shreya shurandy shyama sia siard sibel sibrand sid siddhart sidney siebe
siebren siegfried siem siemen sien sienna siep sierd sies siet sietse sietske sietze sifra sigal sigrid siham
sijbrand sil sila silas silke silvan silvana silvia silvio simay simcha simon simona simone simonetta simran
sina sinan sinem sinterella sipke sippie sira sita siti sjaan sjanie sjef sjeng sjoeke sjoerd sjoerdtje sjors
sjoukje sjuul skyla skyler slawomir soad sofia sofian sofiane sofie sofija sofyan sohail sohan solange
soleyman solomon sonay sonia sonja sonny sophia sophie soraya soren souad soufian soufiane soufyan souhaila
soukaina souleyman soumaya soumia stacey stacy stan stanislaw stanley stannes stef stefaan stefan stefania
stefanie stefano steffan steffen steffi steffie stella stephan stephanie stephen sterre steve steven stewart
stien stijn stijntje stine suat sude sudenur sue suhaila suhayla suheda sukaina sukru sulaiman suleyman
sumayra sumeya sumeyra sumeyye suraya surya susan susana susanna susanne suus suwara suzan suzana suzanne suze
suzie suzy sven svenja swaan swen syb sybe sybille sybren sydney sylvain sylvan sylvana sylvester sylvia
sylvie sylwia szymon taavi taeke taha tahir tahsin taina taj talha talia talisa talissa talitha tallulah tamar
tamara tamer tamika tamim tamino tammo taner tania tanja tansu tara tarek tarik tariq tarkan taro tasha tasnim
tatiana tatjana tatum tayeb tayfun taylan taylor tayo teake teatske ted teddy teije teo teresa tess tessa
tessel tetske teun teunie teunis teuntje teus tevin thabo thanh thara thea theda thelma theo theodoor theodor
theodora theodorus therese theresia theun thierry thies thijmen thijn thijs thirza thomas thomasz thor thorben
thorsten tiago tialda tiana tibbe tibor tieme tiemen tiemo tietie tiffany tigo tijl tijmen tijn tijs tilda
tilly tilman tim timo timon timothy timur tina tineke tinie tinka tinke tirsa tirza titia titus tiziana tjalf
tjalling tjard tjeerd tjibbe tjitske tjitte tobi tobias tobin toby tolga tom tomas tomasz tommaso tommie tommy
toni tonia tonie tonke tonko tonnie tony toos tooske torben tracey tracy treesje trienke trijntje tristan trix
trixie troy trudie trudy truus truusje tsjikke tuana tugba tugce tugra tugrul tulay tuncay turan turgay twan
tycho tygo tyler tymen tymo tymon tyrell tyrese tyron tyrone tzvi ubah ubbo udo ufuk ugur ulas ulbe ulrich
ulrike umit ummu ummugulsum ummuhan umut umutcan urmila ursula urszula usman utku uzeyir vahid valentin
valentina valentino valeria valerie vanda vanessa vanity vasco veerle vera verena verona veronica veronika
veronique vesna vicky vico victor victoria vidar vienna viggo vigo vik vikram viktor viktoria viljan vince
vincent vinci vinnie virgil virginia vito vitor vittoria vitus viv vivian viviana vivianne vivienne vlad
vladimir volkan volker volodymyr wadie wafae wail walid walter wanda ward wassila wassim wauter wendela
wendeline wendy wenke werner wesley wessam wessel wibe wiebe wiebke wiebren wieger wieke wiepkje wiesje
wieteke wietse wietske wijbren wijnand wiktor wiktoria wilbert wilfred wilhelm wilhelmina wilhelmus willeke
willem willemien willemijn willempje william willianne willie willow willy wilma wilmar wim wimjan wimke wina
winand winnie winston winta witold wladyslaw wobbe wojciech wolfgang wopke wout wouter wubbe wubbo wyatt wybe
wybren wytse wytze xaira xam xander xanthe xavi xavier xaviera xem xena xenia xenna xiao xuan yaakov yael
yagmur yahia yahya yair yakoub yakup yamina yanaika yani yanick yanis yann yanna yannick yannik yara yarah
yaren yaro yaron yasar yasemin yaser yasin yasir yasmijn yasmin yasmina yasmine yasper yassin yassine yassir
yavuz yelda yeliz yente yentl yeray yesim yeter yeva yfke yigit yildiz yilmaz yimkje yinthe ylva ymke yodit
yoeri yohana yonas yonathan yonca yoram yoran yorben yordanos yorick yoshua yosra youandi younes youness youp
yousef yousra yousri youssef youssra yuna yunus yunusemre yuri yusra yusuf yven yves yvette yvo yvon yvonne
zac zachary zack zahra zahraa zaid zain zaina zainab zakaria zakariya zakaryae zamzam zara zarah zarina zayd
zayn zayna zaynab zayneb zehra zeineb zekeriya zelda zeliha zena zep zephyr zerda zeyd zeynep zeynepnur zhen
zia ziad ziggy zihan zilan zina zineb zinedine zino ziva ziya ziyad zoe zoey zofia zohra zola zoltan zorah
zoran zouhair zoya zubeyde zubeyir zuhal zulema zuleyha zuzanna
`;

/** Names that are seldom a word: a capital shows which is meant. */
const withCapital = `
aad abraham ada adel alma amber aurora ava aya bas beate berber bilge chris coco dahlia daisy dirk dolf don
donna dries erica fay fiep fleur frank franke gemma gus hebe indy inga inge iris jade jan jasmijn jet job joke
joop kas keetje kelvin koert koos lee lies linde lino loet lou luis lyra madeleine madison mara margarita
margriet marina marlijn mary maxim maxima maxime medina melis mia miep mies mitra nada nel paco pascal peter
pier piet pip puck raf ramin ria rien riet rinse rob roman romeo ronin rosa rowan ruby sari serge sjaak
spencer suri tamme tjerk uwe valentijn vic vishal wies wisse xin yan zwaantje
`;

/** Names that are everyday words: only within a sentence, or where somebody is surely meant. */
const everyday = `
aart ace adem alle angel ans april arend art ate august beau beer belle ben berk bink bloem bo boet bos boy
bruin can cas christen constant cor del destiny dim duif eik elan elf elke else engel ernst even ever faith
fee femme fin flip flora fries gay gloria goof grace griet gul harmony hart hind hope imme ion jazz jul june
kan kardelen keet kick kiek kit kristen lam lander leen lente lieve line lot lotus lux maan maas magnolia mare
marine mark mart mats max may mees melodie melody mercy merel mik min mine miracle mirre mo morgen nadir nil
noni nova page pina prins rein rem riek rim river roos rose rust saffier sake sep silver sim skip sky skye sol
soleil ster stoffel storm sultan sunny tam tan tea ton toon trinity tuba tulp val veer vin viola violet viool
vlinder vos web wil will winter wit wolf wolk zomer zwaan
`;

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** How surely a word is a name: in any case, with a capital, or only where the text around it says so. */
export type Sureness = 'any_case' | 'capital' | 'in_context';

/** Given names in lower case without accents. */
export const givenNames: ReadonlyMap<string, Sureness> = new Map<string, Sureness>([
  ...wordsOf(namesToK + namesFromL).map((name) => [name, 'any_case'] as const),
  ...wordsOf(withCapital).map((name) => [name, 'capital'] as const),
  ...wordsOf(everyday).map((name) => [name, 'in_context'] as const),
]);
