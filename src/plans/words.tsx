/** A text of development as its readers see it. */
import type { JSX } from 'preact';
import { Prose } from '../platform/ui/parts.tsx';

export const Words = ({ text }: { readonly text: string }): JSX.Element => <Prose text={text} />;
