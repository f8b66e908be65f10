import type { Actor } from '../../platform/pure/actor.ts';
import type { Deed } from '../../platform/route.ts';
import { changeSettings } from '../../registers/index.ts';
import type { Term } from '../clocks/clock.rules.ts';
import { type House, saveHouse, saveTerms } from './settings.store.ts';

/** Changes how long each step may take; every clock that runs is counted against the new norm. */
export const changeTerms = (deed: Deed, actor: Actor, terms: readonly Term[]) =>
  changeSettings(deed, actor, (tx, version) => saveTerms(tx, actor.tenantId, terms, version));

/** Changes what is agreed about questions; a question that was submitted keeps the legal ground of its day. */
export const changeHouse = (deed: Deed, actor: Actor, house: House) =>
  changeSettings(deed, actor, (tx, version) => saveHouse(tx, actor.tenantId, house, version));
