// A browser's window for the console's tests: happy-dom inside jest.
const { runInContext } = require('node:vm');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { Window } = require('happy-dom');
const { ModuleMocker } = require('jest-mock');
const { installCommonGlobals } = require('jest-util');

// What Node has and a window of happy-dom lacks.
const FROM_NODE = ['Buffer', 'setImmediate', 'clearImmediate', 'structuredClone', 'TextEncoder', 'TextDecoder', 'Uint8Array', 'ArrayBuffer'];

module.exports = class HappyDomEnvironment {
  constructor({ projectConfig }, { console }) {
    this.window = new Window({ url: 'http://127.0.0.1/', console, ...projectConfig.testEnvironmentOptions });
    this.global = this.window;
    this.global.global = this.global;
    this.global.Error.stackTraceLimit = 100;
    installCommonGlobals(this.global, projectConfig.globals);
    for (const name of FROM_NODE) this.global[name] ??= globalThis[name];
    this.moduleMocker = new ModuleMocker(this.global);
    const timerConfig = { idToRef: (id) => id, refToId: (ref) => ref };
    this.fakeTimers = new LegacyFakeTimers({ config: projectConfig, global: this.global, moduleMocker: this.moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: this.global });
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    await this.window.happyDOM.abort();
    this.window.close();
    this.global = null;
    this.window = null;
  }

  exportConditions() {
    return ['browser'];
  }

  getVmContext() {
    return this.window;
  }

  runScript(script) {
    return runInContext(script, this.window);
  }
};
