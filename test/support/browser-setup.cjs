// Before the browser tests: a database as for the others, and a browser, unpacked before two workers would do it at once.
const databaseSetup = require('./global-setup.cjs');
const { ask } = databaseSetup;

module.exports = async () => {
  await databaseSetup();
  process.env.KAIKU_TEST_CHROMIUM = ask('chromium', 'the browser could not be made ready, see above');
};
