// Start of a tiling thread. Plain JavaScript because a new thread reads no TypeScript before this has taught it to.
import { register } from 'tsx/esm/api';

register();
await import('./part-worker.ts');
