export const accountPath = '/verantwoording';
/** Below the code of the partnership, so that a description finds its table beside it. */
export const dataPath = (partnership: string, file: string): string =>
  `${accountPath}/open-data/${encodeURIComponent(partnership)}/${file}`;
