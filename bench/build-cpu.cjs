// Required before a command: writes the CPU time of all its threads, in seconds, to the file named by CPU_SECONDS_TO when it ends.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.CPU_SECONDS_TO, String((user + system) / 1e6));
});
