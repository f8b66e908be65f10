/** A plan as its readers see it: how it came about, its priorities, and how far each ambition is. */
import type { JSX } from 'preact';
import { showSize } from '../../news/index.ts';
import { showDate, showPeriod } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Badge, Card, CardList } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { Words } from '../words.tsx';
import { isWhole } from './ambitions/ambition.rules.ts';
import type { Ambition } from './ambitions/ambition.store.ts';
import type { Measured } from './ambitions/measured.store.ts';
import { nowWords, progressNow, wayWords } from './ambitions/progress.words.ts';
import { ProgressBar } from './progress-bar.tsx';
import type { Plan } from './support-plan.store.ts';
import { fileWords } from './support-plan.words.ts';
import { ambitionPath, filePath, PageOf, planPath, priorityPath } from './support-plan-parts.tsx';

interface PlanProps {
  readonly plan: Plan;
  readonly measured: ReadonlyMap<string, Measured>;
  /** Its reader may still write in it. */
  readonly writing: boolean;
}

export function PlanFacts({ plan }: { readonly plan: Plan }): JSX.Element {
  const { from, to, pages, discussedOn, discussedWith, consentedOn, adoptedOn, files } = plan;
  const on = (label: string, day: string | null) =>
    day === null ? [] : [{ label, value: capital(showDate(day)) }];
  return (
    <Facts
      items={[
        { label: 'Periode', value: capital(showPeriod(from, to)) },
        ...(discussedOn === null
          ? []
          : [
              {
                label: 'Besproken met de gemeenten',
                value: (
                  <>
                    {capital(showDate(discussedOn))}, met <bdi>{discussedWith}</bdi>
                  </>
                ),
              },
            ]),
        ...on('Instemming van de OPR', consentedOn),
        ...on('Vastgesteld', adoptedOn),
        ...(pages === null ? [] : [{ label: 'Omvang', value: `${pages} bladzijden` }]),
        ...files.map(({ kind, id, name, size }) => ({
          label: fileWords[kind],
          value: (
            <>
              <a href={filePath(id)}>
                <bdi>{name}</bdi>
              </a>
              {` (PDF, ${showSize(size)})`}
            </>
          ),
        })),
      ]}
    />
  );
}

export function Priorities({ plan, measured, writing }: PlanProps): JSX.Element {
  const file = plan.files.find(({ kind }) => kind === 'plan')?.id;
  return (
    <>
      {plan.priorities.map((priority) => (
        <section key={priority.id} class="stack" aria-labelledby={`s-${priority.id}`}>
          <h2 id={`s-${priority.id}`}>
            <bdi>{priority.name}</bdi>
          </h2>
          {priority.page !== null && (
            <p class="card__meta">
              Speerpunt, <PageOf page={priority.page} file={file} />
            </p>
          )}
          {priority.text !== null && <Words text={priority.text} under={2} />}
          {priority.ambitions.length === 0 ? (
            <p>Er staat nog geen ambitie in dit speerpunt.</p>
          ) : (
            <CardList>
              {priority.ambitions.map((one) => (
                <AmbitionCard key={one.id} one={one} measured={measured.get(one.measure ?? '')} file={file} />
              ))}
            </CardList>
          )}
          {writing && (
            <p class="button-row">
              <LinkButton href={`${priorityPath(priority.id)}/ambities/nieuw`} kind="secondary">
                Nieuwe ambitie
                <span class="visually-hidden"> bij {priority.name}</span>
              </LinkButton>
              <LinkButton href={priorityPath(priority.id)} kind="quiet">
                Pas speerpunt aan
                <span class="visually-hidden">: {priority.name}</span>
              </LinkButton>
            </p>
          )}
        </section>
      ))}
      {writing && (
        <p class="button-row">
          <LinkButton href={`${planPath(plan.id)}/speerpunten/nieuw`} kind="secondary">
            Nieuw speerpunt
          </LinkButton>
        </p>
      )}
    </>
  );
}

interface AmbitionCardProps {
  readonly one: Ambition;
  readonly measured: Measured | undefined;
  readonly file: string | undefined;
}

function AmbitionCard({ one, measured, file }: AmbitionCardProps): JSX.Element {
  const way = wayWords(one);
  const progress = progressNow(one, measured);
  return (
    <Card
      title={one.name}
      href={ambitionPath(one.id)}
      badge={one.draft && !isWhole(one) ? <Badge label="Nog niet af" /> : undefined}
      meta={one.page === null ? undefined : <PageOf page={one.page} file={file} />}
    >
      {one.indicator !== null && <p>{one.indicator}</p>}
      {way !== undefined && <p>{way}</p>}
      {!one.draft && way !== undefined && (
        <>
          {progress !== undefined && <ProgressBar progress={progress} />}
          <p>{nowWords(one, measured)}</p>
        </>
      )}
    </Card>
  );
}
