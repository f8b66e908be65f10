/** What was found of news, development and deployment. */
import type { JSX } from 'preact';
import { addressOfPost, workingRuleWords } from '../news/index.ts';
import { type CivilDate, dayOf, showDate, showPeriod } from '../platform/pure/dates.ts';
import { list } from '../platform/pure/text.ts';
import { Card } from '../platform/ui/parts.tsx';
import { stationingStatusWords } from '../stationing/index.ts';
import { Part, type PartProps } from './found-part.tsx';
import type { SearchResult } from './search.actions.ts';

interface MoreProps {
  readonly result: SearchResult;
  readonly part: Pick<PartProps<unknown>, 'sealed' | 'only'>;
}

const developmentPlaces = {
  pilot: ['/ontwikkeling/pilots', 'Pilot'],
  profile: ['/ontwikkeling/functieprofielen', 'Functieprofiel'],
  consultation: ['/ontwikkeling/consultaties', 'Consultatie'],
  plan: ['/ondersteuningsplan', 'Ondersteuningsplan'],
  ambition: ['/ondersteuningsplan/ambities', 'Ambitie'],
} as const;

export function OfNews({
  result: { post, promise, rule, development },
  part,
  today,
}: MoreProps & { readonly today: CivilDate }): JSX.Element {
  return (
    <>
      <Part {...part} name="berichten" found={post}>
        {(one) => (
          <Card
            key={one.id}
            href={addressOfPost(one.slug, one.code)}
            title={one.title}
            meta={one.publishedAt === null ? 'Concept' : showDate(dayOf(one.publishedAt))}
          />
        )}
      </Part>
      <Part {...part} name="toezeggingen" found={promise}>
        {(one) => (
          <Card
            key={one.id}
            href={addressOfPost(one.post.slug, one.post.code)}
            title={one.sentence}
            meta={one.kept ? 'Gehouden' : `Open, uiterlijk ${showDate(one.dueOn)}`}
          />
        )}
      </Part>
      <Part {...part} name="werkafspraken" found={rule}>
        {({ id, subject, startsOn }) => (
          <Card
            key={id}
            href={workingRuleWords[subject].path}
            title={workingRuleWords[subject].label}
            meta={`${startsOn > today ? 'Vanaf' : 'Werkafspraak van'} ${showDate(startsOn)}`}
          />
        )}
      </Part>
      <Part {...part} name="ontwikkeling" found={development}>
        {(one) => {
          const [place, what] = developmentPlaces[one.kind];
          return <Card key={one.id} href={`${place}/${one.id}`} title={one.name} meta={what} />;
        }}
      </Part>
    </>
  );
}

/** Who helps where. */
export function OfDeployment({ result: { specialist, stationing }, part }: MoreProps): JSX.Element {
  return (
    <>
      <Part {...part} name="specialisten" found={specialist}>
        {({ id, name, expertise, schools }) => (
          <Card
            key={id}
            href={`/inzet/specialisten/${id}`}
            title={name}
            meta={schools.length === 0 ? undefined : `Op ${list(schools)}`}
          >
            {expertise.length > 0 && list(expertise)}
          </Card>
        )}
      </Part>
      <Part {...part} name="stationeringen" found={stationing}>
        {({ id, specialist: who, place, status, from, to }) => (
          <Card
            key={id}
            href={`/inzet/stationeringen/${id}`}
            title={`${who} op ${place}`}
            meta={`${stationingStatusWords[status].label}, ${showPeriod(from, to)}`}
          />
        )}
      </Part>
    </>
  );
}
