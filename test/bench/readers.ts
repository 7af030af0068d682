/**
 * Time and memory of the readers on inputs beyond every real size. Run with
 * `npm run bench:readers`; each case runs in a process of its own.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource } from '../../src/reading/read-source.ts';
import { zipOf } from '../reading/made/zip.ts';
import { xlsxOf, type XlsxCell } from '../reading/made/xlsx.ts';

const WECHAT = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注';
const billRow = (i: number): string =>
  `2026-10-${String(1 + (i % 28)).padStart(2, '0')} 09:31:${String(i % 60).padStart(2, '0')},商户消费,"小店${i}","商品 ${i}",支出,¥${1 + (i % 90)}.50,零钱,支付成功,"42000029312026${String(i).padStart(11, '0')}731"\t,"YT${i}"\t,"/"`;

const CASES: Record<string, (file: string) => void> = {
  'bill csv, 1,000,000 rows': (file) => {
    const out = openSync(file, 'w');
    writeSync(out, `微信支付账单明细\n共1000000笔记录\n${WECHAT}\n`);
    for (let i = 0; i < 1_000_000; i += 1000)
      writeSync(out, `${Array.from({ length: 1000 }, (_, k) => billRow(i + k)).join('\n')}\n`);
    closeSync(out);
  },
  'bill xlsx, 50,000 rows': (file) => {
    const rows: Record<number, XlsxCell[]> = { 1: ['微信支付账单明细'], 18: WECHAT.split(',') };
    for (let i = 0; i < 50_000; i += 1) {
      rows[19 + i] = [
        46_289.48678 + i / 1000,
        '商户消费',
        `小店${i}`,
        `商品 ${i}`,
        '支出',
        1.5 + (i % 90),
        '零钱',
        '支付成功',
        `42000029312026${String(i).padStart(11, '0')}731`,
        `YT${i}`,
        '/',
      ];
    }
    writeFileSync(file, xlsxOf([{ name: 'Sheet1', rows }]));
  },
  'chat text, 200,000 messages': (file) => {
    const text = Array.from(
      { length: 200_000 },
      (_, i) => `2026-09-01 18:${String(i % 60).padStart(2, '0')}:39 ${i % 2 ? '我' : '店铺客服'}\n第 ${i} 条消息\n`,
    );
    writeFileSync(file, `消息记录\n\n${text.join('\n')}`);
  },
  'mail, 1,000 attachments of 20 KB': (file) => {
    const boundary = 'b0undary';
    const part = (i: number): string =>
      `--${boundary}\r\nContent-Type: text/plain; name="a${i}.txt"\r\nContent-Disposition: attachment; filename="a${i}.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(
        `附件 ${i} `.repeat(1500),
      )
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n')}\r\n`;
    const head = `From: a@example.com\r\nTo: b@example.com\r\nSubject: many\r\nDate: Tue, 01 Sep 2026 10:00:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`;
    writeFileSync(file, `${head}${Array.from({ length: 1000 }, (_, i) => part(i)).join('')}--${boundary}--\r\n`);
  },
  'zip, 500 texts': (file) =>
    writeFileSync(
      file,
      zipOf(
        Array.from({ length: 500 }, (_, i) => ({ name: `t${i}.txt`, data: `第 ${i} 份说明，订单 ${i}\n`.repeat(5) })),
      ),
    ),
  'zip bomb, 1 GiB of zeros': (file) =>
    writeFileSync(file, zipOf([{ name: 'zeros.txt', data: new Uint8Array(1024 * 1024 * 1024) }])),
  'video of 4 GiB, index at the end': (file) => {
    const out = openSync(file, 'w');
    const box = (type: string, size: number): Buffer => {
      const header = Buffer.alloc(16);
      header.writeUInt32BE(1, 0);
      header.write(type, 4, 'latin1');
      header.writeBigUInt64BE(BigInt(size), 8);
      return header;
    };
    const ftyp = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'latin1');
    writeSync(out, ftyp, 0, ftyp.length, 0);
    writeSync(out, box('mdat', 4 * 2 ** 30), 0, 16, ftyp.length);
    const mvhd = Buffer.alloc(108);
    mvhd.writeUInt32BE(108, 0);
    mvhd.write('mvhd', 4, 'latin1');
    mvhd.writeUInt32BE(3_871_101_600, 12);
    mvhd.writeUInt32BE(1000, 20);
    mvhd.writeUInt32BE(7_200_000, 24);
    const moov = Buffer.alloc(8);
    moov.writeUInt32BE(8 + mvhd.length, 0);
    moov.write('moov', 4, 'latin1');
    writeSync(out, Buffer.concat([moov, mvhd]), 0, 116, ftyp.length + 4 * 2 ** 30);
    closeSync(out);
  },
};

async function measure(file: string): Promise<void> {
  const handle = openSync(file, 'r');
  const { size } = statSync(file);
  const started = performance.now();
  const reading = await readSource({
    name: 'x',
    size,
    read: async (offset, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, offset));
    },
    all: async (limit) => {
      if (size > limit) throw new Error('too large');
      const buffer = Buffer.alloc(size);
      readSync(handle, buffer, 0, size, 0);
      return buffer;
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const found = reading.bill?.found ?? reading.messages?.length ?? reading.parts?.length ?? 0;
  console.log(
    `${seconds} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, ${reading.status}, ${found} found, ${reading.notes.map((note) => note.code).join(' ') || 'no notes'}`,
  );
}

const [, , task, file] = process.argv;
if (task === 'measure') await measure(file!);
else if (task !== undefined) CASES[task]!(file!);
else {
  const folder = mkdtempSync(join(tmpdir(), 'kameng-bench-'));
  for (const name of Object.keys(CASES)) {
    const path = join(folder, 'case');
    // Made and read in processes of their own: the memory of one is not counted for the other.
    execFileSync(process.execPath, [import.meta.filename, name, path]);
    const size = (statSync(path).size / 1_048_576).toFixed(1);
    console.log(
      `${name} (${size} MB): ${execFileSync(process.execPath, [import.meta.filename, 'measure', path], { encoding: 'utf8' }).trim()}`,
    );
    rmSync(path);
  }
  rmSync(folder, { recursive: true });
}
