import type { ComponentChildren, JSX } from 'preact';
import { showDate } from '../../platform/pure/dates.ts';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { showAge } from '../asking/ask.words.ts';
import type { QuestionRow } from '../question.store.ts';
import { levelWords, urgencyWords } from '../question.words.ts';

interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** The question as the school wrote it, and what belongs to it. */
export function Asked({ question }: { readonly question: QuestionRow }): JSX.Element {
  const { words } = question;
  return (
    <>
      <h2 id="de-vraag">De vraag</h2>
      {words === null ? (
        <Notice tone="info" title="U plant deze vraag, maar leest de woorden niet">
          <p>
            Bij een vraag over een leerling ziet een teamleider alleen wat nodig is om te plannen: school,
            expertise, dagdelen en dagen.
          </p>
        </Notice>
      ) : (
        <>
          <section>
            <h3>Wat is er nodig</h3>
            <Prose text={words.need} />
          </section>
          {words.triedSoFar !== null && (
            <section>
              <h3>Wat er al geprobeerd is</h3>
              <Prose text={words.triedSoFar} />
            </section>
          )}
        </>
      )}
      <Facts items={[...factsOf(question), ...pupilFacts(question)]} />
    </>
  );
}

function factsOf(question: QuestionRow): readonly Fact[] {
  const { author, expertiseNames, requestedDagdelen, plannedDagdelen, language, submittedOn, ambition } =
    question;
  return [
    { label: 'Gaat over', value: levelWords[question.level] },
    { label: 'Gesteld door', value: author === null ? 'niet meer bekend' : <bdi>{author.name}</bdi> },
    { label: 'Eerste signaal op school', value: showDate(question.signalledOn) },
    ...(submittedOn === null ? [] : [{ label: 'Ingediend op', value: showDate(submittedOn) }]),
    { label: 'Haast', value: urgencyWords[question.urgency] },
    ...(expertiseNames.length === 0 ? [] : [{ label: 'Expertise', value: expertiseNames.join(', ') }]),
    ...(requestedDagdelen === null ? [] : [{ label: 'Gevraagd', value: dagdelen(requestedDagdelen) }]),
    ...(plannedDagdelen === null ? [] : [{ label: 'Gepland', value: dagdelen(plannedDagdelen) }]),
    ...(language === null ? [] : [{ label: 'Taal', value: <bdi>{language}</bdi> }]),
    ...(ambition === null
      ? []
      : [
          {
            label: 'Draagt bij aan',
            value: <a href={`/ondersteuningsplan/ambities/${ambition.id}`}>{ambition.name}</a>,
          },
        ]),
  ];
}

/** Who thinks along reads no more than the pseudonym and the age. */
function pupilFacts({ level, words, pupil }: QuestionRow): readonly Fact[] {
  if (level !== 'pupil' || words === null) return [];
  const day = (label: string, on: string | null) => (on === null ? [] : [{ label, value: showDate(on) }]);
  return [
    ...(words.pseudonym === null ? [] : [{ label: 'Schuilnaam', value: <bdi>{words.pseudonym}</bdi> }]),
    ...(words.ageBand === null ? [] : [{ label: 'Leeftijd', value: showAge(words.ageBand) }]),
    ...(pupil?.caseNumber
      ? [{ label: 'Dossiernummer van de school', value: <bdi>{pupil.caseNumber}</bdi> }]
      : []),
    ...day('Ouders gesproken op', pupil?.parentsSpokenOn ?? null),
    ...day('Toestemming van de ouders op', pupil?.parentsConsentOn ?? null),
    ...day('Toestemming van de leerling op', pupil?.pupilConsentOn ?? null),
    ...(pupil?.legalGround ? [{ label: 'Wettelijke grond', value: pupil.legalGround }] : []),
  ];
}

/** «1 dagdeel», «2,5 dagdelen». */
export const dagdelen = (n: number) => `${n.toLocaleString('nl-NL')} ${n === 1 ? 'dagdeel' : 'dagdelen'}`;
