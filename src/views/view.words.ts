/** Why a view is not kept. */
import { mostViews } from './view.store.ts';

export const notKeptWords = 'Deze weergave is niet te bewaren. Open de lijst en probeer het daar opnieuw.';
export const tooManyWords = `U hebt al ${mostViews} weergaven. Verwijder er eerst een bij uw weergaven.`;
