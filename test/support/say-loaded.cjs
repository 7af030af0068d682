// Says at the end of a run which files and which built-in modules were loaded: node --require say-loaded.cjs …
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const builtIn = process.moduleLoadList.flatMap((one) => /^NativeModule ([a-z_/]+)$/.exec(one)?.[1] ?? []);
  writeFileSync(process.env.SAY_LOADED, JSON.stringify({ files: Object.keys(require.cache), builtIn }));
});
