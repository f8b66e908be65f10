/** The form that adds a document to a plan. */
import type { Trouble } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Html } from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { Button, ErrorSummary, errorOf } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import type { Plan } from './support-plan.store.ts';
import { fileKinds, fileWords, planLabels } from './support-plan.words.ts';
import { crumbOf, home, planPath } from './support-plan-parts.tsx';

interface DocumentProps {
  readonly plan: Plan;
  readonly csrf: string;
  readonly typed: Entries;
  readonly status: number;
  readonly trouble: Trouble;
}

export function documentPage({ plan, csrf, typed, status, trouble }: DocumentProps): Html {
  const fault = errorOf(trouble.fields, 'file');
  return {
    kind: 'html',
    status,
    title: 'Documenten van het plan',
    body: (
      <>
        <Breadcrumb items={[home, crumbOf(plan)]} />
        <h1>Documenten van het plan</h1>
        <p class="lead">
          Een nieuw bestand komt in de plaats van het vorige. Na de instemming van de OPR verandert het plan
          niet meer.
        </p>
        <form
          class="form"
          method="post"
          action={`${planPath(plan.id)}/document`}
          encType="multipart/form-data"
          noValidate
        >
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="_key" value={newId()} />
          <ErrorSummary errors={trouble.summary} />
          <Radios
            name="kind"
            label={planLabels.kind}
            value={typedValue(typed, 'kind') ?? 'plan'}
            error={errorOf(trouble.fields, 'kind')}
            options={fileKinds.map((value) => ({ value, label: fileWords[value] }))}
          />
          <div class={fault === undefined ? 'field' : 'field field--error'}>
            {fault !== undefined && (
              <p class="field__error" id="file-fout">
                {fault}
              </p>
            )}
            <label class="field__label" for="file">
              {planLabels.file}
            </label>
            <p class="field__hint" id="file-hint">
              Een PDF van hoogstens 10 MB.
            </p>
            <input
              class="input"
              type="file"
              id="file"
              name="file"
              accept=".pdf"
              aria-describedby={fault === undefined ? 'file-hint' : 'file-hint file-fout'}
              aria-invalid={fault !== undefined || undefined}
            />
          </div>
          <p class="button-row">
            <Button>Voeg toe</Button>
          </p>
        </form>
      </>
    ),
  };
}
