import type { FileSource, Reading } from '../../../model/reading.ts';
import { readingOf, type Reader } from '../../reader.ts';
import type { MediaFacts } from './facts.ts';
import { readMp4 } from './mp4.ts';
import { readOther } from './other.ts';
import { readAmr, readSilk } from './voice.ts';

const MEDIA_READER = 'media';
const MEDIA_VERSION = '1';
/** A recording that shows nothing yet: shorter than anyone needs for opening an app. */
const TOO_SHORT_MS = 1000;
const MP4 = /^(?:video\/(?:mp4|quicktime|x-m4v|3gpp2?)|audio\/(?:mp4|x-m4a|x-m4b))$/;

/**
 * Video and sound: how long, how large, when recorded. What is seen and heard in
 * it is left to the user; no frame is decoded, since that needs a system tool.
 */
export const readVideo: Reader = async (source, context) => {
  const isSound = context.mediaType.startsWith('audio/');
  const facts = await factsOf(source, context.mediaType);
  const sound = isSound || (facts !== undefined && MP4.test(context.mediaType) && facts.width === undefined);
  // A sound file may also be a song; a video is nearly always the screen.
  const reading: Reading = readingOf(
    MEDIA_READER,
    MEDIA_VERSION,
    context.mediaType,
    sound ? 'call' : 'recording',
    sound ? 0.7 : 0.8,
  );
  const word = sound ? '录音' : '视频';
  if (!facts) {
    return {
      ...reading,
      status: 'failed',
      notes: [
        {
          code: 'MEDIA_DAMAGED',
          severity: 'error',
          message: `这个${word}不完整，可能打不开（常见于录制中途断电或没有保存好）。请先播放一遍，播不了就重新导出`,
        },
      ],
    };
  }
  reading.media = facts;
  if (facts.durationMs === undefined) {
    reading.notes.push({ code: 'MEDIA_LENGTH_UNKNOWN', severity: 'info', message: `这个${word}里没有写时长` });
  } else if (facts.durationMs < TOO_SHORT_MS) {
    reading.notes.push({ code: 'MEDIA_SHORT', severity: 'warning', message: `这个${word}不到 1 秒，请确认录全了` });
  }
  if (!facts.recordedAt) {
    reading.notes.push({
      code: 'MEDIA_TIME_UNKNOWN',
      severity: 'info',
      message: `这个${word}里没有录制时间，请在备注里写上是哪天录的`,
    });
  }
  return reading;
};

async function factsOf(source: FileSource, mediaType: string): Promise<MediaFacts | undefined> {
  if (mediaType === 'audio/amr') return readAmr(source);
  if (mediaType === 'audio/silk') return readSilk(source);
  return MP4.test(mediaType) ? readMp4(source) : readOther(source, mediaType);
}
