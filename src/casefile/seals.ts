import type { Moment } from '../model/moment.ts';
import type { CaseFile } from './case-file.ts';
import { allContent, storeBytes } from './contents.ts';
import { insertRow, nextNumber } from './journal.ts';
import type { Head } from './transfer.ts';

/** A question to a timestamp authority: did this head exist by now? */
export interface Seal {
  no: number;
  head: Head;
  /** The line that is stamped: the case, the entry, its hash. */
  stamped: string;
  /** Hexadecimal; a reply must repeat it. */
  nonce: string;
  /** The bytes of the `.tsq` file. */
  question: Uint8Array;
  askedAt: Moment;
}

/** What came back, and what it was worth when it was judged. */
export interface SealReply {
  seal: number;
  /** The bytes of the `.tsr` file. */
  reply: Uint8Array;
  /** A root that the user named, as PEM. */
  trust?: string;
  outcome: string;
  detail?: string;
  stampedAt?: Moment;
  signer?: string;
  serial?: string;
  judgedAt: Moment;
}

/** Larger than any question, reply or root. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Keeps a question under the next number. */
export function addSeal(file: CaseFile, seal: Omit<Seal, 'no' | 'askedAt'>): Seal {
  return file.write(() => {
    const no = nextNumber(file, 'seals');
    const askedAt = file.now();
    insertRow(file, 'seal.ask', 'seals', {
      no,
      head_seq: seal.head.seq,
      head_hash: seal.head.hash,
      stamped: seal.stamped,
      nonce: seal.nonce,
      question: storeBytes(file, seal.question).id,
      asked_at: askedAt,
    });
    return { ...seal, no, askedAt };
  });
}

/** Keeps a reply with its judgement beside its question. */
export function addSealReply(file: CaseFile, reply: Omit<SealReply, 'judgedAt'>): SealReply {
  return file.write(() => {
    const id = nextNumber(file, 'seal_replies');
    const judgedAt = file.now();
    insertRow(file, 'seal.reply', 'seal_replies', {
      id,
      seal: reply.seal,
      reply: storeBytes(file, reply.reply).id,
      trust: reply.trust === undefined ? null : storeBytes(file, Buffer.from(reply.trust, 'utf8')).id,
      outcome: reply.outcome,
      detail: reply.detail ?? null,
      stamped_at: reply.stampedAt ?? null,
      signer: reply.signer ?? null,
      serial: reply.serial ?? null,
      judged_at: judgedAt,
    });
    return { ...reply, judgedAt };
  });
}

interface SealRow {
  no: number;
  head_seq: number;
  head_hash: string;
  stamped: string;
  nonce: string;
  question: number;
  asked_at: Moment;
}

/** All questions, oldest first. */
export function listSeals(file: CaseFile): Seal[] {
  const rows = file.read(() => file.prepare('SELECT * FROM seals ORDER BY no').all()) as SealRow[];
  return rows.map((row) => ({
    no: row.no,
    head: { seq: row.head_seq, hash: row.head_hash },
    stamped: row.stamped,
    nonce: row.nonce,
    question: allContent(file, row.question, MOST_BYTES),
    askedAt: row.asked_at,
  }));
}

interface ReplyRow {
  seal: number;
  reply: number;
  trust: number | null;
  outcome: string;
  detail: string | null;
  stamped_at: Moment | null;
  signer: string | null;
  serial: string | null;
  judged_at: Moment;
}

/** All replies, oldest first. */
export function listSealReplies(file: CaseFile): SealReply[] {
  const rows = file.read(() => file.prepare('SELECT * FROM seal_replies ORDER BY id').all()) as ReplyRow[];
  return rows.map((row) => ({
    seal: row.seal,
    reply: allContent(file, row.reply, MOST_BYTES),
    ...(row.trust === null ? {} : { trust: Buffer.from(allContent(file, row.trust, MOST_BYTES)).toString('utf8') }),
    outcome: row.outcome,
    ...(row.detail === null ? {} : { detail: row.detail }),
    ...(row.stamped_at === null ? {} : { stampedAt: row.stamped_at }),
    ...(row.signer === null ? {} : { signer: row.signer }),
    ...(row.serial === null ? {} : { serial: row.serial }),
    judgedAt: row.judged_at,
  }));
}
