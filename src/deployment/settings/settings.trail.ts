import type { Link } from '../../platform/ui/parts.tsx';

/** The page above every setting of planning. */
export const settingsLink: Link = { href: '/inzet/instellingen', label: 'Instellingen van de inzet' };
