// A picture or font in tests: only its address matters.
module.exports = { __esModule: true, default: '/asset' };
