import { fromBER, type OctetString } from 'asn1js';
import { Certificate, type ContentInfo, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { KamengError } from '../model/errors.ts';
import { chinaMoment, type Moment } from '../model/moment.ts';
import { bufferOf } from './query.ts';

/** What a timestamp authority answered; only read, not yet believed. */
export interface TimestampReply {
  /** The authority says it stamped. */
  granted: boolean;
  /** What it said when it did not. */
  refusal?: string;
  token?: TimestampToken;
}

export interface TimestampToken {
  /** When the authority says it saw the digest. */
  at: Moment;
  /** The digest that was stamped, hexadecimal, and the object identifier of how it was made. */
  imprint: { algorithm: string; digest: string };
  /** Hexadecimal; absent when the request had none. */
  nonce?: string;
  serial: string;
  policy: string;
  signed: SignedData;
  certificates: Certificate[];
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** Replies are some kilobytes; nobody's certificates need more. */
export const MAX_REPLY_BYTES = 1024 * 1024;

const hex = (bytes: ArrayBuffer | Uint8Array): string => Buffer.from(bytes as Uint8Array).toString('hex');
/** An integer's digits without the zero byte that only keeps it positive. */
const unsigned = (digits: string): string => digits.replace(/^(?:00)+(?=..)/, '');

/**
 * Reads a `.tsr` file (DER).
 * @throws KamengError SEAL_REPLY_INVALID for anything that is no timestamp reply
 */
export function readReply(bytes: Uint8Array): TimestampReply {
  try {
    return readStrictly(bytes);
  } catch (cause) {
    if (cause instanceof KamengError) throw cause;
    throw invalid('文件里不是时间戳回复', cause);
  }
}

function readStrictly(bytes: Uint8Array): TimestampReply {
  if (bytes.length === 0 || bytes.length > MAX_REPLY_BYTES) throw invalid('文件大小不像时间戳回复');
  const parsed = fromBER(bufferOf(bytes));
  // The library marks what it could not read with -1.
  if (parsed.offset === -1) throw invalid('文件里不是时间戳回复');
  if (parsed.offset !== bytes.length) throw invalid('时间戳回复后面还有别的内容');
  const response = new TimeStampResp({ schema: parsed.result });
  const { status } = response.status;
  if (status !== 0 && status !== 1) {
    const words = (response.status.statusStrings ?? []).map((text) => text.valueBlock.value).join('；');
    return { granted: false, refusal: words || `状态 ${status}` };
  }
  const content = response.timeStampToken;
  if (!content || content.contentType !== SIGNED_DATA) throw invalid('回复里没有时间戳');
  const signed = new SignedData({ schema: (content as ContentInfo).content });
  const inner = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== TST_INFO || !inner) throw invalid('回复里没有时间戳');
  const info = new TSTInfo({ schema: fromBER(contentOf(inner)).result });
  const token: TimestampToken = {
    at: chinaMoment(info.genTime.getTime()),
    imprint: {
      algorithm: info.messageImprint.hashAlgorithm.algorithmId,
      digest: hex(info.messageImprint.hashedMessage.valueBlock.valueHexView),
    },
    serial: unsigned(hex(info.serialNumber.valueBlock.valueHexView)),
    policy: info.policy,
    signed,
    certificates: (signed.certificates ?? []).filter((one) => one instanceof Certificate),
  };
  if (info.nonce) token.nonce = unsigned(hex(info.nonce.valueBlock.valueHexView));
  return { granted: true, token };
}

/** What is signed: the content's own bytes, also where they come in pieces. */
export function contentOf(content: OctetString): ArrayBuffer {
  return content.getValue();
}

function invalid(message: string, cause?: unknown): KamengError {
  return new KamengError('SEAL_REPLY_INVALID', `读不了这份时间戳回复：${message}`, {
    hints: ['应是时间戳机构返回的 .tsr 文件，原样保存，不要用文本编辑器打开再存'],
    cause,
  });
}
