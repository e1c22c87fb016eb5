/** One build in a process of its own: `tsx bench/build-route.ts <edition> <out> <cache>`. Prints one line of JSON. */
import { build } from '../data-build/build';

const [edition, out, cache] = process.argv.slice(2) as [string, string, string];
await build({ edition, out, cache, compiled: true });
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6 })}\n`);
