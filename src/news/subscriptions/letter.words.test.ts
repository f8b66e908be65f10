import { describe, expect, it } from 'vitest';
import type { News, NewsPost } from '../../platform/mail/letter.ts';
import { frameLanguages } from '../../platform/pure/languages.ts';
import { wordNews } from './letter.words.ts';

const post = (more: Partial<NewsPost> = {}): NewsPost => ({
  title: 'Een titel',
  lead: 'Een inleiding.',
  language: 'nl',
  path: '/nieuws/een-titel-abc2345',
  updated: null,
  ...more,
});
const news = (more: Partial<News> = {}): News => ({
  kind: 'news',
  language: 'nl',
  frequency: 'at_once',
  posts: [post()],
  ...more,
});
const worded = (more: Partial<News> = {}) => wordNews(news(more), 'SWV Proef', '/nieuws/abonnement/x');

describe('a letter to a subscriber', () => {
  it('about one post, at once, is that post’s: title, lead and its address', () => {
    expect(worded()).toMatchObject({
      subject: 'Een titel',
      lines: ['Een inleiding.'],
      items: null,
      link: '/nieuws/een-titel-abc2345',
      open: 'Lees het bericht',
      why: 'U krijgt deze mail omdat u zich inschreef voor nieuws van SWV Proef.',
    });
  });

  it('about an update says why there is one; about a post without a lead that there is one', () => {
    expect(worded({ posts: [post({ updated: 'De datum klopte niet' })] }).lines).toEqual([
      'Update: De datum klopte niet',
    ]);
    expect(worded({ posts: [post({ lead: null })] }).lines).toEqual(['Er is 1 nieuw bericht.']);
  });

  it('about more is a list with a link each, and so is every overview', () => {
    const two = worded({
      posts: [post(), post({ title: 'Tweede', lead: null, path: '/nieuws/tweede-bcd3456' })],
    });
    expect(two).toMatchObject({
      subject: 'Nieuws van SWV Proef',
      lines: ['Er zijn 2 nieuwe berichten.'],
      items: [
        { text: 'Een titel', more: 'Een inleiding.', link: '/nieuws/een-titel-abc2345' },
        { text: 'Tweede', more: undefined, link: '/nieuws/tweede-bcd3456' },
      ],
      link: '/nieuws',
    });
    for (const frequency of ['daily', 'weekly'] as const)
      expect(worded({ frequency })).toMatchObject({
        subject: 'Nieuws van SWV Proef',
        lines: ['Er is 1 nieuw bericht.'],
      });
  });

  it('that asks to confirm, or says that nothing changed, leads to the subscription and names no post', () => {
    for (const kind of ['news_confirm', 'news_known'] as const)
      for (const language of frameLanguages) {
        const letter = worded({ kind, language });
        expect(letter.link).toBe('/nieuws/abonnement/x');
        expect(JSON.stringify(letter)).toContain('SWV Proef');
        expect(JSON.stringify(letter)).not.toContain('Een titel');
      }
  });

  it('is in the reader’s language when it is one of ours, else in Dutch; each language says it all', () => {
    expect(worded({ language: 'en' }).stop).toBe('Unsubscribe');
    expect(worded({ language: 'pl' })).toMatchObject({ language: 'nl', stop: 'Schrijf u uit' });
    const keys = frameLanguages.map((language) => Object.keys(worded({ language })).toSorted());
    expect(new Set(keys.map(String)).size).toBe(1);
    const subjects = frameLanguages.map((language) => worded({ language, kind: 'news_confirm' }).subject);
    expect(new Set(subjects).size).toBe(frameLanguages.length);
  });
});
