import type { Head } from '../../casefile/transfer.ts';
import { showMoment } from '../../model/moment.ts';
import { longHead } from '../integrity/anchor.ts';
import type { CheckedSeal } from '../integrity/seal-case.ts';
import { standingSeals, unsealedWords } from '../integrity/seal-words.ts';

export interface CheckPage {
  title: string;
  head: Head;
  redacted: boolean;
  /** How many rows of the case are not as its journal says. */
  wrong: number;
  seals: readonly CheckedSeal[];
}

/** The page for a clerk or a lawyer who has no kameng: what is in the bag and how to check it. */
export function howToCheck({ title, head, redacted, wrong, seals }: CheckPage): string {
  const sealed = standingSeals(seals);
  return [
    '怎样核对这个证据包',
    '',
    `内容：${title}`,
    `案卷指纹：${longHead(head)}`,
    '',
    '一、有没有少文件、文件有没有改动',
    '    manifest-sha256.txt 逐个列出 data 文件夹里的文件和它的 SHA-256 校验值，tagmanifest-sha256.txt 列出其余几页。',
    '    在本文件所在的文件夹里运行：',
    '',
    '    Linux     sha256sum -c manifest-sha256.txt',
    '    macOS     shasum -a 256 -c manifest-sha256.txt',
    '    Windows   certutil -hashfile "data\\证据\\文件名" SHA256',
    '              （逐个文件算，和 manifest-sha256.txt 里同一行的校验值比较）',
    '',
    '    每一行都显示 OK 或者“成功”，就是一个不少、一字节未变。',
    '    证据包的格式是 BagIt 1.0（RFC 8493），也可以用其他 BagIt 程序核对。',
    '    装有 kameng 的，运行：kameng verify 证据包',
    '',
    '二、这些文件能说明什么',
    redacted
      ? '    这是遮盖了个人信息的副本，只有遮盖后的目录和文书，没有原件，不能还原成案卷；需要核对原件时请向提交人要。'
      : '    data/证据 是原样取出的证据，data/文书 是定稿的文书，data/证据目录 是目录；' +
        'data/案卷 是完整的记录（每行一个 JSON），用 kameng import 可以还原成案卷。',
    ...(redacted
      ? []
      : [
          (wrong === 0
            ? '    能说明：证据自收入案卷起没有改动。'
            : `    不能说明没有改动：案卷里有 ${wrong} 处和操作记录不一致。`) +
            'data/案卷/journal.jsonl 每一行的 hash，' +
            '是上一行的 hash、序号、时间、动作、内容以换行相连后的 SHA-256；最后一行的 hash 就是上面的案卷指纹。',
        ]),
    ...sealed.map(
      ({ seq, at, signer }) =>
        `    能说明：第 ${seq} 条及以前的记录在 ${showMoment(at)} 已经存在（时间戳由 ${signer} 签发` +
        `${redacted ? '' : '，见 data/时间戳，openssl ts -verify 可以核对'}）。`,
    ),
    ...(sealed.length === 0 ? [`    ${unsealedWords(seals)}：不能说明案卷在哪一天已经存在。`] : []),
    '    不能说明：文件从哪里来、内容是否属实。这要看原始载体（手机、账号里的记录）和其他证据。',
    '',
  ].join('\n');
}
