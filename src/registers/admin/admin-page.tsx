/** What the pages of the administrator share: their shape, and how a change is answered. */
import type { ComponentChildren, JSX } from 'preact';
import { z } from 'zod';
import type { Role } from '../../platform/pure/actor.ts';
import type { Html, PageAnswer, Sent } from '../../platform/route.ts';
import type { FormError } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import type { Link } from '../../platform/ui/parts.tsx';
import type { Saved } from './change.actions.ts';
import type { Values } from './register-form.tsx';

export const administrators = ['administrator'] as const;
export const home: Link = { href: '/beheer', label: 'Beheer' };

/** For whom pages of this shape are, when it is not the administrator alone, and where they hang. */
export interface Keepers {
  readonly access?: readonly [Role, ...Role[]];
  /** The page above them; Beheer unless told. */
  readonly parent?: Link;
}

/** A page of the administrator in one shape. */
export function page(title: string, trail: readonly Link[], children: ComponentChildren): Html {
  const body: JSX.Element = (
    <>
      <Breadcrumb items={trail} />
      <h1 dir="auto">{title}</h1>
      {children}
    </>
  );
  return { kind: 'html', title, body };
}

export function kept(to: string, text: string): PageAnswer {
  return { kind: 'redirect', to, flash: { tone: 'good', text } };
}

/** Why a change did not go through, as errors of its form. */
export function problemsOf(saved: Saved): readonly FormError[] {
  if (saved.outcome === 'refused') return saved.faults;
  if (saved.outcome === 'stale')
    return [{ message: 'Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat.' }];
  if (saved.outcome === 'keyReused')
    return [{ message: 'Dit formulier was al verstuurd. Controleer het en verstuur het opnieuw.' }];
  if (saved.outcome === 'notFound') return [{ message: 'Dit bestaat niet meer.' }];
  return [];
}

export function valuesOf(typed: Sent<unknown>['typed']): Values {
  return Object.fromEntries(typed.filter(([name]) => !name.startsWith('_')));
}

/** A place as a form names it: `tenant`, or `school:ID` or `board:ID`. */
export const placeText = z
  .string()
  .refine(
    (text) => text === 'tenant' || (/^(school|board):/.test(text) && isId(text.slice(text.indexOf(':') + 1))),
    {
      message: 'Kies uit de lijst.',
    },
  );

export function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
