import { getContext, setContext } from 'svelte';
import type { PublicFiles } from '../../data/public-files';

const KEY = Symbol('public files');
/** Call in a page's set-up: its parts ask for published files through one object, so that each comes once. */
export const provideFiles = (files: PublicFiles): PublicFiles => setContext(KEY, files);
export const useFiles = (): PublicFiles => getContext<PublicFiles>(KEY);
