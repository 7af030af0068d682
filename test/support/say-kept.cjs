// Says in a thread for which files of the program kept code was run: new Worker(…, { execArgv: ['--require', say-kept.cjs] })
const { basename } = require('node:path');
const vm = require('node:vm');
const { parentPort } = require('node:worker_threads');

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    if (options.cachedData && !this.cachedDataRejected)
      parentPort.postMessage({ kept: basename(options.filename) }, []);
  }
};
