/**
 * The page that the phone sees: one file, nothing loaded from anywhere. It sends each chosen file by itself as it is,
 * tries again when the line breaks, and shows the digest that the computer counted.
 * @param nonce for the one script and the one style that the page's policy allows
 */
export function receivePage({
  nonce,
  limits,
}: {
  nonce: string;
  limits: { files: number; fileBytes: number };
}): string {
  return PAGE.replaceAll('%NONCE%', nonce)
    .replaceAll('%FILES%', String(limits.files))
    .replaceAll('%BYTES%', String(limits.fileBytes));
}

const STYLE = `
:root { color-scheme: light dark; font: 17px/1.5 -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
html { background: #fff; color: #1f2328; }
body { margin: 0 auto; max-width: 34rem; padding: 1.25rem 1rem 4rem; }
h1 { font-size: 1.3rem; margin: 0 0 .5rem; }
p { margin: .5rem 0; }
.small { font-size: .85rem; } .small, .sum { color: #5f6368; }
input[type=text] { font: inherit; font-size: 1.6rem; letter-spacing: .3em; width: 9em; padding: .4rem;
  text-align: center; }
button, label.button { font: inherit; display: block; width: 100%; box-sizing: border-box; margin: 1rem 0;
  padding: .9rem;  border: 0; border-radius: .6rem; background: #0b57d0; color: #fff; text-align: center; }
input:focus-visible + label, button:focus-visible { outline: 3px solid #fa0; outline-offset: 2px; }
button.quiet { background: #5f6368; }
button:disabled { opacity: .5; }
ul { list-style: none; margin: 1rem 0; padding: 0; }
li { padding: .5rem 0; border-top: 1px solid #8884; overflow-wrap: anywhere; }
li progress { width: 100%; }
li .sum { font: .75rem ui-monospace, monospace; }
.bad { color: #c5221f; } .good { color: #137333; }
@media (prefers-color-scheme: dark) { html { background: #0d1117; color: #e6edf3; }
  .small, .sum { color: #9aa0a6; } .bad { color: #ff8a80; }
  .good { color: #81c995; } }
[hidden] { display: none !important; }
input[type=file] { position: absolute; opacity: 0; width: 1px; height: 1px; }
`;

// Written for the browsers of old phones: no modules, nothing newer than 2018.
const SCRIPT = `
(function () {
  'use strict';
  var TRIES = 4, MAX_BYTES = %BYTES%, MAX_FILES = %FILES%;
  var key = null, queue = [], running = false, sent = 0, failed = 0;
  try { key = sessionStorage.getItem('kameng-key'); } catch (e) {}
  function el(id) { return document.getElementById(id); }
  function show(id) { ['ask', 'send', 'over'].forEach(function (one) { el(one).hidden = one !== id; }); }
  function say(text, bad) { el('word').textContent = text; el('word').className = bad ? 'bad' : 'small'; }
  function call(method, path, body, done, progress) {
    var request = new XMLHttpRequest();
    request.open(method, path);
    if (key) request.setRequestHeader('X-Kameng-Key', key);
    if (progress) request.upload.onprogress = progress;
    request.onload = function () { done(request.status, request.responseText); };
    request.onerror = request.onabort = request.ontimeout = function () { done(0, ''); };
    request.send(body);
  }
  el('form').onsubmit = function (event) {
    event.preventDefault();
    var code = el('code').value.replace(/\\D/g, '');
    call('POST', 'confirm', code, function (status, text) {
      if (status === 200) {
        key = text;
        try { sessionStorage.setItem('kameng-key', key); } catch (e) {}
        say('');
        show('send');
      } else if (status === 403) { say('数字不对，看看电脑屏幕上的六位数字', true); el('code').value = ''; }
      else if (status === 409)
        say('已经有另一部手机或另一个浏览器连上了。要换，请在电脑上重新运行 kameng receive', true);
      else say('连不上电脑。看看手机和电脑是不是在同一个无线网里，电脑上的 kameng receive 还开着没有', true);
    });
  };
  el('files').onchange = function () {
    var chosen = el('files').files;
    for (var i = 0; i < chosen.length; i++) add(chosen[i]);
    el('files').value = '';
    next();
  };
  function add(file) {
    var row = document.createElement('li');
    var name = document.createElement('div');
    name.textContent = file.name + '（' + sizeOf(file.size) + '）';
    var bar = document.createElement('progress');
    bar.max = 1; bar.value = 0;
    var state = document.createElement('div');
    state.className = 'sum';
    row.appendChild(name); row.appendChild(bar); row.appendChild(state);
    el('list').appendChild(row);
    var item = { file: file, bar: bar, state: state, tries: 0 };
    if (file.size > MAX_BYTES) return fail(item, '文件太大');
    if (sent + queue.length >= MAX_FILES) return fail(item, '一次最多 ' + MAX_FILES + ' 个，在电脑上再运行一次接着传');
    queue.push(item);
    count();
  }
  function sizeOf(bytes) {
    return bytes < 1e6 ? Math.ceil(bytes / 1e3) + ' kB' : (bytes / 1e6).toFixed(1) + ' MB';
  }
  function fail(item, why) {
    failed += 1;
    item.state.textContent = why;
    item.state.className = 'bad';
    count();
  }
  function count() {
    el('count').textContent = '已传好 ' + sent + ' 个' +
      (queue.length ? '，还有 ' + queue.length + ' 个' : '') +
      (failed ? '，没传成 ' + failed + ' 个' : '');
    el('done').disabled = running || queue.length > 0;
  }
  function next() {
    if (running || queue.length === 0) return count();
    running = true;
    count();
    var item = queue[0];
    item.tries += 1;
    var path = 'file?name=' + encodeURIComponent(item.file.name) + '&modified=' + item.file.lastModified;
    call('PUT', path, item.file, function (status, text) {
      running = false;
      if (status === 200) {
        queue.shift();
        sent += 1;
        item.bar.value = 1;
        item.state.textContent = 'SHA-256 ' + text;
        item.state.className = 'sum good';
        return next();
      }
      if (status === 404 || status === 421) { queue.shift(); fail(item, '电脑上的接收已经关闭'); return next(); }
      if (status === 403) {
        key = null;
        try { sessionStorage.removeItem('kameng-key'); } catch (e) {}
        show('ask');
        return;
      }
      if (status === 413 || item.tries >= TRIES) {
        queue.shift();
        fail(item, status === 413 ? '超过了大小或数量的限制' : '传了 ' + TRIES + ' 次没成：' +
          (status === 0 ? '连不上电脑，看看它还开着没有' : text));
        return next();
      }
      item.state.textContent = (status === 0 ? '断了' : text) + '，马上再传（第 ' + (item.tries + 1) + ' 次）';
      setTimeout(next, 1000 * item.tries);
    }, function (event) { if (event.lengthComputable) item.bar.value = event.loaded / event.total; });
  }
  el('done').onclick = function () {
    call('POST', 'done', '', function (status) {
      if (status === 0) return say('连不上电脑，再点一次；电脑上可能已经关闭', true);
      try { sessionStorage.removeItem('kameng-key'); } catch (e) {}
      el('sum').textContent = '共传好 ' + sent + ' 个文件。';
      show('over');
    });
  };
  show(key ? 'send' : 'ask');
})();
`;

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>把照片传到电脑</title>
<style nonce="%NONCE%">${STYLE}</style>
</head>
<body>
<main>
<h1>把照片传到电脑</h1>
<section id="ask" hidden>
<p>电脑屏幕上有六位数字，填在这里：</p>
<form id="form">
<input id="code" type="text" inputmode="numeric" autocomplete="off" maxlength="6" aria-label="六位数字" required>
<button>开始</button>
</form>
</section>
<section id="send" hidden>
<p>选截图、照片、录屏、账单文件，可以一次选很多个。按原样传，不压缩。</p>
<input id="files" type="file" multiple><label class="button" for="files">选文件</label>
<p id="count" role="status" class="small">还没有传文件</p>
<button id="done" class="quiet" disabled>都传好了，结束</button>
<p class="small">传的时候不要锁屏、不要切到别的应用。文件只到你的电脑，不经过任何网站。</p>
<ul id="list"></ul>
</section>
<section id="over" hidden>
<p class="good">好了，可以关掉这一页。</p>
<p id="sum"></p>
</section>
<p id="word" role="alert" class="small"></p>
</main>
<script nonce="%NONCE%">${SCRIPT}</script>
</body>
</html>
`;
