// The JavaScript of better-sqlite3 is fifteen files, which take longer to find than to run: it is built in. Its binary is
// not, and the two must be of one version. So the program looks beside itself for the package, as Node would, and takes
// what is built in for the binary of this very version; else it loads the package as it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function sqliteModule(root: string): string {
  const folder = join(root, 'node_modules', 'better-sqlite3');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const own = (file: string): string => JSON.stringify(join(folder, 'lib', file));
  return `
    import { existsSync, readFileSync } from 'node:fs';
    import { dirname, join } from 'node:path';
    import createDatabase from ${own('database.js')};
    import SqliteError from ${own('sqlite-error.js')};

    const load = (id) => process.getBuiltinModule('node:module').createRequire(import.meta.url)(id);
    const MUSL = { x64: 'x86_64', arm64: 'aarch64' };
    let addon;

    /** The package reads what the process has mapped to know its libc: no question where there is no musl. */
    function addonIn(folder) {
      const { platform, arch } = process;
      const prebuilt = join(folder, 'prebuilds', platform + '-' + arch + '.node');
      const mayBeOther = platform === 'linux' && existsSync('/lib/ld-musl-' + MUSL[arch] + '.so.1');
      if (mayBeOther || existsSync(join(folder, 'build')) || !existsSync(prebuilt))
        return load(join(folder, 'lib', 'binding.js')).getBinding();
      const found = { exports: {} };
      process.dlopen(found, prebuilt);
      return found.exports;
    }

    function folderOfPackage() {
      for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
        const found = join(folder, 'node_modules', 'better-sqlite3');
        if (existsSync(found)) return found;
        if (folder === dirname(folder)) return undefined;
      }
    }

    function open() {
      const folder = folderOfPackage();
      const found = folder && JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
      if (found !== ${JSON.stringify(version)}) return load('better-sqlite3');
      const Database = createDatabase(() => (addon ??= addonIn(folder)), false);
      Database.SqliteError = SqliteError;
      return Database;
    }
    export default open();`;
}
