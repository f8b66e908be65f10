/**
 * Given names that are used in the Netherlands, as people here bear them: Dutch, Frisian, Turkish, Moroccan and Arabic, Surinamese,
 * Antillean, Polish, and others from Europe, Africa and Asia. Facts of common knowledge, without accents; not complete.
 */

/** Names that are no Dutch word, up to K. */
export const namesToK = `
aafke aaliyah aaltje aaron abbas abdallah abdel abdelaziz abdelhak abdelilah abdelkader abdelkarim abdellah
abdelmajid abdessamad abdirahman abdul abdulkadir abdullah abdullahi abdulrahman abel abigail achmed achraf
adam adama adil adinda adnan adriaan adriana adrianus adrie adrien aegon afke agata agnes agnieszka ahlam
ahmad ahmed ahmet aicha aida aiden aileen ailin aimee aisha aissa ajay ajla ajsa akash akke akram alaa aland
alaya alba albert alberta alberto aleida aleksander aleksandra alena alessandro alessia alex alexander
alexandra alexia alexis alfons alfred ali alice alicia alicja alida alie alina aline alisa aliyah aliye allard
allison alois alper alwin alya alyssa amal amalia amanda amani amara amel amelia amelie amin amina aminata
amine amir amira amit amna amr amy amyra ana anais anan anass anastasia anchelo andre andrea andreas andrej
andries andrzej andy anela angela angelina angelique angelo ania anika anil anina anis anisa anissa anita anja
anjali anke anna annabel annabelle annebel annefleur annefloor annejet anneke annelien annelies anneloek
anneloes annemarie annemarijn annemiek annemieke annerieke annet annette annick annie anniek annika annouk
anouar anouk anouschka ansje anske anthonie anthony antje antoine anton antonia antonie antonio antonius
antoon anuar anwar anya appie aram arash arda arian ariana ariane arianne arie ariel arif arife arjan arjen
arjun arlette armando armin arna arnaud arne arno arnold arnoud arslan artem arthur artur arwen arya aryan
asena asha ashley ashraf asiya asli asma asmae asmin assia astrid asya atakan athena atilla atnan attila atze
audrey augustinus aukje austin avan avery axel ayaan ayah ayan ayaz ayca ayda aydan aydin ayhan ayla aylin
aymane aymen ayoub aysa ayse aysegul aysel aysenur ayten ayub ayumi azad aziz aziza azra babette badr badria
bahar baran barbara bareld barend baris barry bart bartek bartel bartje bartosz basak basma basmala bastiaan
bastian batoul batu batuhan bauke baukje beata beatrice beatrijs beatrix bekir belinda benan benjamin bennie
benno benny bente benthe berat berend berkan berkay berke bernadette bernard bernd bernice bernou berry bert
berta bertine bertus besim beth betsy bettina betul beyza beyzanur bianca bibi bibiche bieuwke bilal billy
bintou birgit birgul bjarne bjorn blanca blazej boaz bob bobbie bonnie boris bouchra boudewijn boukje boyan
boyd bradley brahim bram brandon brecht brechtje brechtsje brenda brent brian briana brigitta brigitte brit
britney britt brooklyn bruce bruno bryan bryana buket bulent burak burcu burhan busra cagla caitlin caleb
calvin cameron canan cansu carel carin carina carla carlijn carlo carlos carmen carola carolien carolina
caroline carsten casandra casper catalina catarina catelijne catharina catherine cathy cato cecile cecilia
cees celal celina celine cem cemal cemre cengiz cennet ceren ceyda ceyhan ceylin chaim chaima chaimae chakir
chanel chantal chantalle charissa charlene charles charley charlie charlotte chayenne chelsea chelsey cherelle
cheyenne chiara chiel chivano chloe christa christel christiaan christian christie christien christina
christine christoffel christopher christy cihan cindy claartje claire clara clarence clarissa claudia claudine
clemens cliff clinton coby cody coen coert colin collin connor conny coosje corien corina corine corinne
cornald cornelia cornelis corrie corry cosmo cristian cristiano cristina curtis cynthia cyril daan dael dafne
dagmar dajenne dalia dalila dalisha dalya damian damien damla damon dana daniek daniel daniela daniele
danielle danillo danique danisha danny dante danyel daphne daria dario darius darko darryl dave davey david
davide davina davy dawid dawn dayenne dean debbie debora deborah deedee deena defne delano delisha delvin
deniel denis denise denisha deniz dennis denzel derek derk derya desire desiree devin devon devran dewi dewy
dex dhruv diana diane dick didem dido diederick diederik diego dieke dieuwer dieuwertje dieuwke dilan dilara
dilek dilnaz dimitri dina dinand dineke dinie dinja dion dione dionne dirkje ditte diyar djamila djamilla
djason djay djayden djaylano djenna djennifer djim djoeke djoke djuna dogan dogukan dominic dominick dominik
dominika dominique donja donny donovan doortje dora dorian dorien dorine doris dorota dorothea dorothee dorus
douaa douae douwe driek driss duco duncan dunja dursun duygu dwayne dwight dylan dylano dyon ebe ebony ebru
ebubekir ece eda eddie eddy edgar edith edmee edo edoardo edson eduard eduardo edward edwin eefje eefke eelco
eelke eelkje efe egbert ege egemen ehsan eibert eileen eise ela elaine eldar eleanor elena eleni elenoor
eleonora elfi eli elia elian eliana eliano elias elif elijah elin elina eline elisa elisabeth elise elisha
eliya eliza elizabeth elkje ella elle ellemijn ellen ellie elly elma elmar elmer elna elodie eloise elouise
els elsa elsbeth elsemieke elsje elske elton elvan elvin elvira elvis elyas elyesa elza elze eman emanuel emel
emelie emese emil emilia emilie emilio emily emin emina emine emir emirhan emma emmanuel emmanuelle emmeke
emmeline emmy emrah emre emrecan ender enes engelien engin enise ennio enrico ensar enzo eray ercan erda erdal
erdem eren erhan eric erik erika erin erkan ernestine ersin ertugrul erva erwin esat eshal esila esma esmae
esmanur esmay esmee esmeralda esra essa estelle ester esther ethan etienne euan eugene eunice eva evan evelien
eveline evelyn evert evi evie evy ewa ewald ewout eyal eymen eyup ezgi ezra fabian fabiano fabienne fabio
fabiola fadi fadima fadoua faduma fadwa fahad faisal faiza famke fanny farah fardowsa fares farhan farid
farida faris fariza farouk faruk fatema fathi fatih fatiha fatima fatimazahra fatimetou fatma fatmanur fatos
fatou fatoumata fatoumatta faya fayen fayza fedde feddo feike felicia felicity felipe felix femke fenke fenna
fenne fennechien fenneke fenno ferdi ferdinand ferhat feride ferry feyza fieke fien fiene figen fikret filip
filipe filiz fimme finja finley finn fiona firas firat firdaous firdaus fleurtje floor floortje florence
florian florien florin floris flynn fokke folkert foppe fouad foukje fouzia francesca francesco francien
francis francisca francisco franciscus franciska franciszek franek franka franko frans fransiscus fransje
franz fred freddie freddy frederik frederika frederique freek freerk freja freya frida frits fritz froukje
fulya furkan gaatze gabriel gabriela gabriele gabriella gabrielle gaby gamze garry gea geert geertje
geertruida geoffrey georg george georgia georgina gerald gerard gerarda gerardus gerben gerbrand gerda gerhard
gerlinde gerlof germaine gerrie gerrit gerritje gert gertjan gertrude gertruida ghassan ghislaine ghita
ghizlan ghizlane gianni gideon giel gies gijs gijsbert gijsje gilles gina gino giorgia giorgio giovanna
giovanni giovano gisela gitte giulia giuliano giuseppe gizem gjalt glen glenn gokce gokhan gonca gonda gosse
gracia graciella gratia grazyna greetje gregory greta gretha grietje grzegorz guido guilherme guillaume gulay
gulcan gulsen gulsum gunay gurbet gustaaf gustav guus guusje gwen gwendolyn gwenn gyan gytha habib habiba
habtom hafid hafida hafsa haico haidar haitam hajar hajo hakan haki hakim hakima hala halil halima halime
halina haluk hamid hamida hamit hamza hana hanae hanan haneen hanife hanna hannah hanne hanneke hannelore
hannes hanny hans hansje harald hariet harika haris harm harma harmen harmke harold haroun harrie harriet
harrison harry haruka harun hasan hasna hasnae hassan hassana hassania hatice hatidze hava havin hawa haya
hayat haydar hayden hayley hazal hazel heba hector hedda hedwig heidi heike heiko heine heleen heleentje helen
helena helene helga helin helma hendrik hendrika hendrikje hendrikus henk henkjan hennie henny henri henrieke
henriette henrik henry hera herbert heribert herman hermann hermien hermine hessel hester hetty hiba hicham
hidde hiddo hielke hikmet hilal hilda hilde hildegard hilke hille hilletje hilma hinke hisham hiske hiskia
hodan houda houssam houssein hubert hubertus hugo huib huibert huibertje humphrey huri hurrem husam huseyin
husna husniye hussein hylke ian ibrahim ibrahima ibtissam ida idil idris idriss iefke ien ifrah ignace ignacy
igor ihsan ihssane ike ikram ikrame ilana ilaria ilayda ilda ilham ilhan ilian ilias iliass ilja ilka ilker
ilknur ilona ilonka ilse ilva ilyas ilyass imaan imad iman imane imani imara imke imran imre ina inan inaya
indi indira indra ine ineke ines inez ingeborg ingmar ingrid inka inken inssaf inti intisar ioana ioanna ipek
iqra irem iremsu irene irfan irina irma irmak isa isaac isabel isabela isabella isabelle isaiah isatou isha
ishaan isis iskander isla islay isma ismael ismail ismay isolde isra israe issa issam issra istvan italo ivan
ivana ivar ivo ivona ivy iwan iwona iyad iza izabela izan izel izem izzy jaap jack jackie jackson jacky jaco
jacob jacoba jacobien jacobus jacqueline jacques jaden jadwiga jael jaela jahmilla jaida jaidy jaimy jairo
jake jakob jakov jakub jalisa jamai jamal james jamie jamila jamilla jamiro jana jane janek janet janice
janick janie janiek janina janine janique janis janke janko janna janne janneke jannes jannetje jannick jannie
jannik jannis janny janou janske janssen janthe jantine jantje january janusz jara jari jarik jarne jarno jaro
jaron jaroslaw jarrah jarrik jaryn jasemin jasin jaslynn jasmin jasmina jasmine jason jasper javi javier jax
jaxon jay jayce jayda jayden jayla jaylan jaylano jayleen jaylen jaylin jaylinn jayson jayvano jayvian jazzlyn
jean jeanet jeanette jeanine jeannette jeannine jeff jefferson jeffrey jefta jeldau jelena jelka jelke jelle
jelmer jelske jelte jeltje jena jenna jennah jenne jenneke jennie jennifer jenny jens jente jeppe jeremiah
jeremy jermaine jerney jeroen jerom jerome jerry jesaja jesajah jesaya jesper jessamy jesse jessica jessie
jessy jethro jetske jette jewel jeyda jiddo jidske jikke jildou jilke jill jilles jillian jim jimi jimmy jinte
jip jiri jiska jitse jitske jitte joachim joan joana joanna joanne joaquin joas jocelyn jochem jochen jochgem
jodie jody joel joella joelle joep joerie joes joey johan johann johanna johannes johannis john johnny
jokelien jolan jolanda jolanta jolein jolie jolieke jolien jolijn jolina joline jolyn jona jonah jonas
jonathan jonna jonne joos joost jop jora jordi jordy jordyn joren jorg jorge jorieke jorien jorik jorinde
jorine joris jorn jorne jorrit jort jos jose josefien josefine joseph josephine josh joshua josia josiah
josien josine josje joske joy jozef jozien jozua juan juda judith judy jule jules julia julian juliana julie
julien juliet julietta juliette julina julius juno jur jurgen juriaan jurian jurjen jurre jurriaan jurrian
jurrien justin justine justus justyna jutta jytte kaan kaat kaatje kacper kadir kadisha kadriye kai kaia
kailey kaj kajsa kaleb kalina kamal kamiel kamil kamila kamilla kamran karam karan kareem karel karen karim
karima karin karina karla karlijn karol karolien karolina karoline karsten kasim kasper kassandra kastriot
katarina katarzyna kate katelijn katelijne katharina katherine kathleen kathy katia katinka katja katrien
katrijn kawtar kay kaya kayden kayla kaylee kayleigh kayley kaylin kayne kayra keanu keaton kees keetie keisha
keith kelly kelsey kemal kenan kendra kendrick kenji kenneth kenny kerem keri kerim kerstin keshia kevin
kevser khadija khadijah khaled khalid khalil khaoula khawla kian kiana kiara kibar kiki kim kimberley kimberly
kimia kimo kinga kingsley kira kiran kirsten kirstin kirsty kitty kjeld kjell klaartje klaas klaasje klara
klaudia klazien koen koenraad konrad koray korneel kornelia kornelis kosta krishna kristel krister kristian
kristien kristin kristina kristof kristoffer krystian krystyna krzysztof kuba kubilay kubra kunal kursat kyan
kyano kyara kylan kyle kylian kylie kyra kyron
`;
