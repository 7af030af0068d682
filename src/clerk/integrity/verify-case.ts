import type { CaseFile } from '../../casefile/case-file.ts';
import { findEntry } from '../../casefile/journal.ts';
import { headOf, type Head } from '../../casefile/transfer.ts';
import { verifyCase, type Problem, type Verification } from '../../casefile/verify.ts';
import { KamengError, usageError } from '../../model/errors.ts';
import { showMoment, type Moment } from '../../model/moment.ts';
import { standingOf, type Standing } from './anchor.ts';
import { acceptCase, foundAtOpening } from '../cases/open-case.ts';
import { checkSeals, type CheckedSeal } from './seal-case.ts';
import { isStanding, unsealedWords } from './seal-words.ts';

export interface WholeVerification extends Omit<Verification, 'problems'> {
  /** What the result does and does not prove; Chinese sentences. */
  claims: string[];
  problems: (Omit<Problem, 'code'> & { code: Problem['code'] | 'HEAD_OLDER' | 'HEAD_OTHER' | 'SEAL_OTHER' })[];
  head: Head | null;
  /** How the case stands to the head that was named with `--against`. */
  against: { standing: Standing; head: Head | null } | null;
  /** How the case stands to what this computer last saw of it. */
  anchor: { standing: Standing; head: Head } | null;
  seals: CheckedSeal[];
  /** Which of the promises holds. */
  promises: { unchanged: boolean; existedBy: Moment | null; authentic: false };
}

/** A head as it is printed: `12:a1b2c3d4e5f6`, or its digits alone. @throws KamengError HEAD_INVALID */
export function parseHead(text: string): { seq?: number; hash: string } {
  const match = /^(?:(\d{1,9})[:：])?([0-9a-fA-F]{8,64})$/.exec(text.trim());
  if (match) return { ...(match[1] === undefined ? {} : { seq: Number(match[1]) }), hash: match[2]!.toLowerCase() };
  throw usageError('HEAD_INVALID', `这不是案卷指纹：${text}`, '照文书或者目录上印的写，例如 12:a1b2c3d4e5f6');
}

/**
 * Every byte, every record, every timestamp again, and how the case stands to the heads that were noted of it.
 * @param against a head that is printed on a paper
 */
export async function verifyWhole(
  file: CaseFile,
  options: { against?: string | undefined; progress?: (done: number, total: number) => void },
): Promise<WholeVerification> {
  const noted = options.against === undefined ? undefined : parseHead(options.against);
  const base = verifyCase(file, options.progress);
  const problems: WholeVerification['problems'] = [...base.problems];
  const trouble = (code: WholeVerification['problems'][number]['code'], message: string, entry: number | null): void =>
    void problems.push({ code, exhibit: null, entry, message });
  const head = tryHead(file);
  const against = noted === undefined || head === null ? null : compare(file, noted);
  if (against?.standing === 'older') {
    trouble('HEAD_OLDER', `案卷比这个指纹旧：指纹是第 ${against.head!.seq} 条，案卷只到第 ${head!.seq} 条`, null);
  }
  if (against?.standing === 'other') {
    trouble('HEAD_OTHER', '案卷里没有这个指纹：是另一份历史，或者是更旧的副本', noted?.seq ?? null);
  }
  const { standing, noted: seen } = foundAtOpening(file);
  let seals: CheckedSeal[] = [];
  try {
    seals = await checkSeals(file, file.now());
  } catch (error) {
    if (!(error instanceof KamengError)) throw error;
    trouble('FILE_DAMAGED', `时间戳读不出来：${error.message}`, null);
  }
  for (const seal of seals.filter(({ ours }) => !ours)) {
    trouble('SEAL_OTHER', `时间戳 ${seal.no} 盖的指纹不在这个案卷里`, seal.head.seq);
  }
  const ok = problems.length === 0;
  const existed = ok ? earliest(seals) : undefined;
  if (ok) acceptCase(file);
  return {
    ...base,
    ok,
    problems,
    head,
    against,
    anchor: standing && seen ? { standing, head: { seq: seen.seq, hash: seen.hash } } : null,
    seals,
    promises: { unchanged: ok, existedBy: existed?.at ?? null, authentic: false },
    claims: claimsOf(ok, existed, seals),
  };
}

const UNPROVEN = '不证明：录入之前文件的来源和真伪。请保留手机里的原件，不要删除原应用中的记录。';

function claimsOf(ok: boolean, existed: Existed | undefined, seals: readonly CheckedSeal[]): string[] {
  return [
    ok ? '证明：自录入案卷之后，证据的每个字节和每条记录都没有改变。' : '不能证明没有改变：先看上面列出的问题。',
    existed
      ? `证明：第 ${existed.seq} 条及以前的记录，在 ${showMoment(existed.at)} 已经存在` +
        `（时间戳由 ${existed.signer} 签发${existed.byUsersRoot ? '，按你给出的根证书核对' : ''}）。`
      : unproven(ok, seals),
    UNPROVEN,
  ];
}

/** Why the day on which the case existed is not proven, and what can be done about it. */
function unproven(ok: boolean, seals: readonly CheckedSeal[]): string {
  const outcomes = seals.flatMap(({ replies }) => replies.map(({ outcome }) => outcome));
  if (!ok && outcomes.some(isStanding)) return '有时间戳，但案卷已经不是它盖的样子，不能用它证明。';
  const way = outcomes.includes('untrusted')
    ? '拿到机构的根证书再核对：kameng seal --reply 回复.tsr --trust 根证书.pem'
    : 'kameng seal 可以取一个。';
  return `${unsealedWords(seals)}：不能证明案卷在哪一天已经存在。${way}`;
}

/** A file that cannot be opened as a case: damage is reported and not thrown. */
export function unopened(error: KamengError): WholeVerification {
  return {
    ok: false,
    checked: { exhibits: 0, bytes: 0, entries: 0 },
    problems: [{ code: 'FILE_DAMAGED', exhibit: null, entry: null, message: error.message }],
    head: null,
    against: null,
    anchor: null,
    seals: [],
    promises: { unchanged: false, existedBy: null, authentic: false },
    claims: claimsOf(false, undefined, []),
  };
}

/** Errors of opening that say: this file is not what kameng wrote. */
const DAMAGE = ['CASE_DAMAGED', 'CASE_ALTERED', 'CASE_NOT_SQLITE', 'CASE_FOREIGN', 'CASE_EMPTY', 'CASE_IO'];

export const isDamage = (error: unknown): error is KamengError =>
  error instanceof KamengError && DAMAGE.includes(error.code);

interface Existed {
  at: Moment;
  seq: number;
  signer: string;
  byUsersRoot: boolean;
}

/** The time by which the most of the case existed: the newest head with a standing timestamp. */
function earliest(seals: readonly CheckedSeal[]): Existed | undefined {
  const standing = seals.flatMap((seal) =>
    seal.replies
      .filter(({ outcome, at }) => isStanding(outcome) && at !== undefined)
      .map((reply) => ({
        at: reply.at!,
        seq: seal.head.seq,
        signer: reply.signer ?? '',
        byUsersRoot: reply.byUsersRoot === true,
      })),
  );
  return standing.toSorted((a, b) => b.seq - a.seq || a.at.localeCompare(b.at))[0];
}

function tryHead(file: CaseFile): Head | null {
  try {
    return headOf(file);
  } catch {
    return null;
  }
}

function compare(file: CaseFile, noted: { seq?: number; hash: string }): WholeVerification['against'] {
  const found = noted.seq === undefined ? findEntry(file, noted.hash) : { seq: noted.seq, hash: noted.hash };
  return found ? { standing: standingOf(file, found), head: found } : { standing: 'other', head: null };
}

/**
 * What an error that nobody foresaw means over this case: where the records are not as kameng wrote them, that they
 * were changed; a value of another's hand can be anything. Else the error itself, which is then a bug of ours.
 */
export function explainOverCase(file: CaseFile, error: unknown): unknown {
  if (error instanceof KamengError) return error;
  const { problems } = verifyCase(file);
  if (problems.length === 0) return error;
  return new KamengError('CASE_CHANGED', `案卷里的记录被改动过，读不下去：${file.path}`, {
    hints: [
      ...problems.slice(0, 3).map(({ message }) => message),
      'kameng verify 列出所有被改动的地方',
      '用没有改动过的副本继续',
    ],
    cause: error,
  });
}
