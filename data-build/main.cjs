// `npm run data`. TypeScript is read by `require` alone until `import` is needed (compiled.ts): the loader for `import` is a thread of its
// own and costs every build 0.1 s.
require('tsx/cjs');
const { main } = require('./build.ts');

void main(process.argv.slice(2));
