// Before the suites that need a database: the test cluster runs and its template is migrated. The work is done by
// scripts/run.mjs, so that jest started by hand finds the same.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** Runs a command of scripts/run.mjs. Gives its last line. */
function ask(command, whenItFails) {
  const asked = spawnSync(process.execPath, [join(__dirname, '../../scripts/run.mjs'), command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (asked.status !== 0) {
    const failure = new Error(whenItFails);
    failure.stack = failure.message;
    throw failure;
  }
  return asked.stdout.trim().split('\n').at(-1);
}

module.exports = async () => {
  const { url, template } = JSON.parse(ask('template', 'the test database could not be made ready, see above'));
  // Each jest worker inherits these and clones its own database from the template.
  process.env.KAIKU_TEST_DATABASE_URL = url;
  process.env.KAIKU_TEST_TEMPLATE = template;
};
module.exports.ask = ask;
