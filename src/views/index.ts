/** The front door of saved views. */
export { viewPages } from './view.pages.tsx';
