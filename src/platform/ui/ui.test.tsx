import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Checkboxes } from './choices.tsx';
import { TextArea, TextField } from './fields.tsx';
import { ErrorSummary, errorOf, Form, Repeat } from './form.tsx';
import { Document, renderPage } from './page.tsx';
import { Prose } from './parts.tsx';
import { Steps } from './timeline.tsx';

const assets = {
  style: '/a.css',
  script: '/a.js',
  passkey: '/p.js',
  visits: '/v.js',
  worker: '/w.js',
  font: '/a.woff2',
  icon: '/a.svg',
};

describe('a page', () => {
  it('says where the reader is and whose page it is', () => {
    const html = renderPage(
      <Document title="Zorgen" assets={assets} nav={[]}>
        <h1>Zorgen</h1>
      </Document>,
    );
    expect(html).toMatch(/^<!doctype html><html lang="nl" dir="ltr">/);
    expect(html).toContain('<title>Zorgen - Kortelijn</title>');
    expect(html).not.toContain('Uitloggen');
  });
});

describe('what somebody wrote', () => {
  it('never becomes markup', () => {
    expect(renderToString(<Prose text={'<script>alert("x")</script>'} />)).not.toContain('<script');
    expect(renderToString(<TextField name="n" label="L" value={'"><b>'} />)).toContain(
      'value="&quot;>&lt;b>"',
    );
  });

  it('keeps its first empty line in a text area', () => {
    const html = renderToString(<TextArea name="n" label="L" value={'\nTwee'} />);
    expect(html).toContain('>\n\nTwee</textarea>');
  });
});

describe('the error summary', () => {
  it('counts one fault in the singular and points at its field', () => {
    const html = renderToString(<ErrorSummary errors={[{ field: 'school', message: 'Kies de school.' }]} />);
    expect(html).toContain('Er is 1 fout gevonden');
    expect(html).toContain('<a href="#school">Kies de school.</a>');
    expect(html).toContain('role="alert"');
  });

  it('counts more faults in the plural and shows one without a field as plain text', () => {
    const html = renderToString(
      <ErrorSummary errors={[{ message: 'Te laat.' }, { field: 'a', message: 'B.' }]} />,
    );
    expect(html).toContain('Er zijn 2 fouten gevonden');
    expect(html).toContain('<li>Te laat.</li>');
  });

  it('is not there without faults', () => {
    expect(renderToString(<ErrorSummary errors={[]} />)).toBe('');
  });
});

describe('a field', () => {
  it('is described by its fault, its hint and its help, in that order', () => {
    const html = renderToString(<TextField name="n" label="L" hint="H" help="Hulp" error="Fout" />);
    expect(html).toContain('aria-describedby="n-fout n-hint n-help"');
    expect(html).toContain('aria-invalid="true"');
  });

  it('is described by nothing when there is nothing to say', () => {
    const html = renderToString(<TextField name="n" label="L" />);
    expect(html).not.toContain('aria-describedby');
    expect(html).not.toContain('aria-invalid');
  });

  it('says in words that it may stay empty', () => {
    expect(renderToString(<TextField name="n" label="L" optional />)).toContain('(niet verplicht)');
  });

  it('made of choices can be reached from the error summary through its first choice', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const html = renderToString(<Checkboxes name="who" label="Wie?" options={options} values={['b']} />);
    expect(html).toMatch(/<input[^>]* id="who" name="who" value="a"\/>/);
    expect(html).toMatch(/<input[^>]* id="who-b" name="who" value="b" checked\/>/);
  });

  it('gets all messages about itself', () => {
    const errors = [{ field: 'a', message: 'Een.' }, { message: 'Los.' }, { field: 'a', message: 'Twee.' }];
    expect(errorOf(errors, 'a')).toBe('Een. Twee.');
    expect(errorOf(errors, 'b')).toBeUndefined();
  });
});

describe('a form', () => {
  it('carries its token, key and version, and starts with the button that Enter means', () => {
    const html = renderToString(
      <Form action="/zorgen" csrf="t" idempotencyKey="k" version={3}>
        <Repeat name="agreements" legend="A" itemLabel="Afspraak" addLabel="Nog een" items={['veld']} />
      </Form>,
    );
    expect(html).toContain('name="_csrf" value="t"');
    expect(html).toContain('name="_key" value="k"');
    expect(html).toContain('name="_version" value="3"');
    expect(html.match(/<button[^>]*>/)?.[0]).not.toContain('_do');
    expect(html).toContain('name="_do" value="add:agreements"');
    expect(html).toContain('name="_do" value="remove:agreements:0"');
  });
});

describe('steps', () => {
  it('that cannot be taken say why and what to do, and are no link', () => {
    const steps = [
      { label: 'Deel', allowed: false, reasons: ['Wat goed gaat ontbreekt.'], nextStep: 'Vul aan.' },
    ] as const;
    const html = renderToString(<Steps steps={steps} />);
    expect(html).toContain('<li>Wat goed gaat ontbreekt.</li>');
    expect(html).toContain('Volgende stap: Vul aan.');
    expect(html).not.toContain('<a ');
  });
});
