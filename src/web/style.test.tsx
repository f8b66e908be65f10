import { describe, expect, it } from 'vitest';
import { renderPage } from '../platform/ui/page.tsx';
import { StylePage } from './style.pages.tsx';

const assets = {
  style: '/a.css',
  script: '/a.js',
  passkey: '/p.js',
  visits: '/v.js',
  worker: '/w.js',
  font: '/a.woff2',
  icon: '/a.svg',
};
const page = renderPage(<StylePage assets={assets} />);

describe('the page with every part', () => {
  it('has one h1, no style, no script and no event inside its own text', () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toMatch(/\sstyle=/);
    expect(page).not.toMatch(/<style/);
    expect(page).not.toMatch(/\son[a-z]+=/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it('gives every id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it('describes nothing by an id that is not there', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const wanted = [...page.matchAll(/\saria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap(
      ([, list]) => list?.split(' ') ?? [],
    );
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(10);
  });
});
