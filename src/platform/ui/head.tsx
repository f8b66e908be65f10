/** What the head of a page says to search engines, readers of feeds and sites where it is shared. */
import type { JSX } from 'preact';
import type { Head } from '../answer.ts';

export function HeadLines({ head, lang }: { readonly head: Head; readonly lang: string }): JSX.Element {
  const { description, canonical, languages = [], feeds = [], shared } = head;
  const property = (name: string, content: string | number | undefined) =>
    content !== undefined && <meta property={name} content={`${content}`} />;
  return (
    <>
      {description && <meta name="description" content={description} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {languages.map(({ language, href }) => (
        <link key={language} rel="alternate" hreflang={language} href={href} />
      ))}
      {feeds.map(({ href, title }) => (
        <link key={href} rel="alternate" type="application/atom+xml" href={href} title={title} />
      ))}
      {shared && (
        <>
          {property('og:type', shared.publishedAt === undefined ? 'website' : 'article')}
          {property('og:title', shared.title)}
          {property('og:site_name', shared.siteName)}
          {property('og:locale', lang)}
          {property('og:url', canonical)}
          {property('og:description', description)}
          {property('article:published_time', shared.publishedAt)}
          {property('article:modified_time', shared.changedAt)}
          {property('og:image', shared.picture?.href)}
          {property('og:image:alt', shared.picture?.alt)}
          {property('og:image:width', shared.picture?.width)}
          {property('og:image:height', shared.picture?.height)}
        </>
      )}
    </>
  );
}
