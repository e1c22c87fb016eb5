import { build } from './build';
import { serve } from './serve';

const WISHED = 4173;

console.log('Atlante urbano di Bologna');
try {
  await build((line) => console.log(`· ${line}`));
  const site = await serve({ root: 'dist', port: WISHED });
  if (site.port !== WISHED) console.log(`· Port ${WISHED} is taken; using ${site.port}`);
  console.log(`\nThe atlas is on ${site.url}  (Ctrl+C stops it)`);
} catch (e) {
  console.error(`Not started: ${e instanceof Error ? e.message : String(e)}`);
  process.exitCode = 1;
}
