/** Where the feeds stand. Pure. */

/** Feeds for everybody, of one partnership when that is asked for, as the head of a page names them. */
export const feedsOf = (site: string, swv: string | undefined) => {
  const of = swv === undefined ? '' : `?swv=${encodeURIComponent(swv)}`;
  return [
    { href: `${site}/nieuws/feed.xml${of}`, title: 'Nieuws' },
    { href: `${site}/nieuws/feed-ouders.xml${of}`, title: 'Nieuws voor ouders' },
  ];
};
