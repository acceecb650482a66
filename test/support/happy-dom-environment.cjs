// A browser's window for the console's tests: happy-dom inside jest.
const { runInContext, isContext, createContext } = require('node:vm');
const { ModernFakeTimers, LegacyFakeTimers } = {
  ModernFakeTimers: require('@jest/fake-timers').ModernFakeTimers,
  LegacyFakeTimers: require('@jest/fake-timers').LegacyFakeTimers,
};
const { ModuleMocker } = require('jest-mock');
const { installCommonGlobals } = require('jest-util');

module.exports = class HappyDomEnvironment {
  constructor({ projectConfig, globalConfig }, { console }) {
    this.config = { projectConfig, globalConfig, console };
  }

  async setup() {
    // happy-dom is an ES module.
    const { Window } = await import('happy-dom');
    const { projectConfig, console } = this.config;
    this.window = new Window({ url: 'http://127.0.0.1/', console, ...projectConfig.testEnvironmentOptions });
    if (!isContext(this.window)) createContext(this.window);
    this.global = this.window;
    this.global.Error.stackTraceLimit = 100;
    installCommonGlobals(this.global, projectConfig.globals);
    for (const name of ['Buffer', 'setImmediate', 'clearImmediate', 'structuredClone', 'TextEncoder', 'TextDecoder', 'Uint8Array', 'ArrayBuffer']) this.global[name] ??= globalThis[name];
    this.moduleMocker = new ModuleMocker(this.global);
    const timerConfig = { idToRef: (id) => id, refToId: (ref) => ref };
    this.fakeTimers = new LegacyFakeTimers({ config: projectConfig, global: this.global, moduleMocker: this.moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: this.global });
  }

  async teardown() {
    this.fakeTimers?.dispose();
    this.fakeTimersModern?.dispose();
    await this.window?.happyDOM.abort();
    this.window?.close();
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
