import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CaseFile } from '../../casefile/case-file.ts';
import { caseInfo } from '../../casefile/case-info.ts';
import { entryHash } from '../../casefile/journal.ts';
import { addSeal, addSealReply, listSealReplies, listSeals, type Seal, type SealReply } from '../../casefile/seals.ts';
import { headOf, type Head } from '../../casefile/transfer.ts';
import { KamengError } from '../../model/errors.ts';
import { epochOf, type Moment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import type { SealJudgement, SealOutcome } from '../../seal/judge.ts';
import { ensureFolder } from '../files/folder.ts';
import { distinctNames, placeIn } from '../files/names.ts';
import { writeNew } from '../files/write.ts';
import { caseName } from '../cases/home.ts';

export type { SealOutcome } from '../../seal/judge.ts';

/** A question as it was written for an authority. */
export interface AskedSeal {
  no: number;
  head: Head;
  /** The line that is stamped, and where it stands. */
  stamped: string;
  textFile: string;
  queryFile: string;
}

/**
 * Writes the question to a timestamp authority for the case as it stands, and keeps it in the case: the reply must
 * answer this one.
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE
 */
export async function askSeal(file: CaseFile, folder: string): Promise<AskedSeal> {
  const { createQuery } = await import('../../seal/query.ts');
  const head = headOf(file);
  const stamped = `kameng ${printable(caseInfo(file).id)} ${head.seq} ${head.hash}\n`;
  const { bytes, nonce } = createQuery(createHash('sha256').update(stamped, 'utf8').digest('hex'));
  ensureFolder(folder);
  const stem = `${caseName(file.path)}-${head.seq}-${head.hash.slice(0, 12)}-${nonce.slice(0, 4)}`;
  const [textName, queryName] = distinctNames([`${stem}.txt`, `${stem}.tsq`]);
  const [textFile, queryFile] = [placeIn(folder, textName!), placeIn(folder, queryName!)];
  // In the case first: a folder that cannot be written loses nothing but the files.
  const seal = addSeal(file, { head, stamped, nonce, question: bytes });
  writeNew(textFile, stamped);
  writeNew(queryFile, bytes);
  return { no: seal.no, head, stamped, textFile, queryFile };
}

/** A reply with what it is worth. */
export interface JudgedSeal extends SealJudgement {
  no: number;
  head: Head;
}

/**
 * Judges a reply and keeps it with its question and its outcome.
 * @param trust a PEM file with a root that the user trusts for it
 * @throws KamengError SEAL_NOT_ASKED, SEAL_REPLY_INVALID, SEAL_TRUST_INVALID, FILE_UNREADABLE
 */
export async function takeReply(
  file: CaseFile,
  path: string,
  trust: string | undefined,
  now: Moment,
): Promise<JudgedSeal> {
  const seals = listSeals(file);
  if (seals.length === 0) {
    throw new KamengError('SEAL_NOT_ASKED', '这个案卷还没有请求过时间戳', {
      hints: ['kameng seal --out 文件夹  先写出请求', '用 --case 指明是哪个案卷'],
    });
  }
  const bytes = readSmall(path);
  const pem = trust === undefined ? undefined : Buffer.from(readSmall(trust)).toString('latin1');
  const { readReply } = await import('../../seal/reply.ts');
  const seal = questionOf(seals, readReply(bytes).token);
  const judgement = await judge(seal, bytes, pem, now);
  addSealReply(file, {
    seal: seal.no,
    reply: bytes,
    ...(pem === undefined ? {} : { trust: pem }),
    outcome: judgement.outcome,
    ...(judgement.detail === undefined ? {} : { detail: judgement.detail }),
    ...(judgement.at === undefined ? {} : { stampedAt: judgement.at }),
    ...(judgement.signer === undefined ? {} : { signer: judgement.signer }),
    ...(judgement.serial === undefined ? {} : { serial: judgement.serial }),
  });
  return { no: seal.no, head: seal.head, ...judgement };
}

/** Which question a reply answers: by its nonce, else by what was stamped, else the newest. */
function questionOf(seals: readonly Seal[], token: { nonce?: string; imprint: { digest: string } } | undefined): Seal {
  const digest = (seal: Seal): string => createHash('sha256').update(seal.stamped, 'utf8').digest('hex');
  return (
    seals.find((seal) => seal.nonce === token?.nonce) ??
    seals.findLast((seal) => digest(seal) === token?.imprint.digest) ??
    seals.at(-1)!
  );
}

async function judge(seal: Seal, reply: Uint8Array, trust: string | undefined, now: Moment): Promise<SealJudgement> {
  const [{ readReply }, { judgeReply }, { knownRoots, readCertificates }] = await Promise.all([
    import('../../seal/reply.ts'),
    import('../../seal/judge.ts'),
    import('../../seal/roots.ts'),
  ]);
  const roots = [...knownRoots(), ...(trust === undefined ? [] : readCertificates(trust))];
  const data = Buffer.from(seal.stamped, 'utf8');
  return judgeReply(readReply(reply), { data, nonce: seal.nonce, roots, now: epochOf(now) });
}

/** Larger than any reply or list of roots. */
const MOST_BYTES = 1024 * 1024;

function readSmall(path: string): Uint8Array {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new KamengError('FILE_UNREADABLE', `读不出这个文件：${path}`, { hints: ['检查路径'], cause });
  }
  if (bytes.length <= MOST_BYTES) return bytes;
  throw new KamengError('FILE_TOO_LARGE', `这个文件太大，不是时间戳回复或者证书：${path}`, { hints: ['检查路径'] });
}

/** A question with what its replies are worth today. */
export interface CheckedSeal {
  no: number;
  head: Head;
  /** Is the head that was stamped an entry of this case? */
  ours: boolean;
  replies: { outcome: SealOutcome; at?: Moment; signer?: string; detail?: string; byUsersRoot?: true }[];
}

/** Judges every kept reply again. */
export async function checkSeals(file: CaseFile, now: Moment): Promise<CheckedSeal[]> {
  const seals = listSeals(file);
  if (seals.length === 0) return [];
  const replies = listSealReplies(file);
  const checked: CheckedSeal[] = [];
  for (const seal of seals) {
    const own = `${seal.head.seq} ${seal.head.hash}\n`;
    checked.push({
      no: seal.no,
      head: seal.head,
      ours: entryHash(file, seal.head.seq) === seal.head.hash && seal.stamped.endsWith(own),
      replies: await Promise.all(
        replies.filter((reply) => reply.seal === seal.no).map((reply) => checkReply(seal, reply, now)),
      ),
    });
  }
  return checked;
}

async function checkReply(seal: Seal, reply: SealReply, now: Moment): Promise<CheckedSeal['replies'][number]> {
  try {
    const { outcome, at, signer, detail } = await judge(seal, reply.reply, reply.trust, now);
    return {
      outcome,
      ...(at === undefined ? {} : { at }),
      ...(signer === undefined ? {} : { signer }),
      ...(detail === undefined ? {} : { detail }),
      ...(reply.trust === undefined ? {} : { byUsersRoot: true }),
    };
  } catch (error) {
    if (error instanceof KamengError) return { outcome: 'bad_signature', detail: error.message };
    throw error;
  }
}
