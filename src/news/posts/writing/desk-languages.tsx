/** The languages of a post, on its desk. */
import type { JSX } from 'preact';
import { capital } from '../../../platform/pure/text.ts';
import { ConfirmBox } from '../../../platform/ui/form.tsx';
import { languages, languagesInDutch } from '../languages.ts';
import { leaves } from '../post.rules.ts';
import type { DeskProps } from './desk-forms.tsx';
import { writingPath } from './write.pages.tsx';

export function Translations({ post, csrf }: DeskProps): JSX.Element {
  const others = post.texts.filter(({ original }) => !original);
  const missing = languages.filter((language) => !post.texts.some((text) => text.language === language));
  const at = (language: string) => `${writingPath}/${post.id}/vertaling/${language}`;
  return (
    <section class="stack" aria-labelledby="vertalingen">
      <h2 id="vertalingen">Talen</h2>
      <ul>
        {post.texts.map(({ language, original, title }) => (
          <li key={language}>
            {original || !leaves('write', post.state) ? (
              capital(languagesInDutch[language])
            ) : (
              <a href={at(language)}>{capital(languagesInDutch[language])}</a>
            )}
            {': '}
            <bdi lang={language}>{title}</bdi>
          </li>
        ))}
      </ul>
      {leaves('translate', post.state) && missing.length > 0 && (
        <p>
          {'Vertaal naar: '}
          {missing.map((language, nth) => (
            <>
              {nth > 0 && ', '}
              <a key={language} href={at(language)}>
                {languagesInDutch[language]}
              </a>
            </>
          ))}
        </p>
      )}
      {leaves('write', post.state) &&
        others.map(({ language }) => (
          <ConfirmBox
            key={language}
            label={`Verwijder de vertaling in het ${languagesInDutch[language]}`}
            action={`${at(language)}/verwijderen`}
            csrf={csrf}
            version={post.version}
            confirm="Verwijder deze vertaling"
          >
            <p>De tekst van deze vertaling is daarna weg.</p>
          </ConfirmBox>
        ))}
    </section>
  );
}
