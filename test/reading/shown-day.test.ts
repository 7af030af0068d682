import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { openPicture } from '../../src/reading/readers/picture/decode.ts';
import { shownAt } from '../../src/reading/readers/picture/shown-at.ts';
import { blankReading } from '../../src/reading/reader.ts';
import { withShownDay } from '../../src/words/shown-day.ts';
import { screen, SIZE } from './lines.ts';

describe('when a screen was shown', () => {
  it.each([
    ['Screenshot_20261005_220511_com.tencent.mm.jpg', '2026-10-05T22:05:11+08:00'],
    ['Screenshot_2026-10-05-22-05-11-123_com.tencent.mm.jpg', '2026-10-05T22:05:11+08:00'],
    ['Screenshot_20261005-220511.png', '2026-10-05T22:05:11+08:00'],
    ['Screenshot_2026_1005_220511.png', '2026-10-05T22:05:11+08:00'],
    ['SmartSelect_20261005-220511_WeChat.jpg', '2026-10-05T22:05:11+08:00'],
    ['截屏2026-10-05 22.05.11.png', '2026-10-05T22:05:11+08:00'],
    ['截屏2026-10-05 下午10.05.11.png', '2026-10-05T22:05:11+08:00'],
    ['屏幕快照 2026-10-05 上午9.05.11.png', '2026-10-05T09:05:11+08:00'],
    ['屏幕截图 2026-10-05 220511.png', '2026-10-05T22:05:11+08:00'],
    ['Screenshot 2026-10-05 at 10.05.11 PM.png', '2026-10-05T22:05:11+08:00'],
    ['Screenshot from 2026-10-05 22-05-11.png', '2026-10-05T22:05:11+08:00'],
    ['屏幕截图 2026-10-05.png', '2026-10-05'],
  ])('the name of a shot says it: %s', (name, at) => {
    expect(shownAt(name)).toEqual({ at, by: 'name' });
  });

  it.each([
    // When WeChat or QQ saved it, not when it was on the screen.
    'mmexport1791008122000.jpg',
    '微信图片_20261005220511.jpg',
    'QQ图片20261005220511.png',
    // Somebody's own words, and days that do not exist.
    '和小店的聊天 2026-10-05.png',
    'Screenshot_20261305_220511.jpg',
    'Screenshot_20261005_250511.jpg',
    'Screenshot_123456.png',
  ])('no other name does: %s', (name) => {
    expect(shownAt(name)).toBeUndefined();
  });

  it('the camera or the phone says it inside the picture; what contradicts the name says nothing', async () => {
    const picture = async (exif: Record<string, string>): Promise<Uint8Array> =>
      sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
        .withExif({ IFD2: exif })
        .jpeg()
        .toBuffer();
    const takenIn = async (exif: Record<string, string>) =>
      (await openPicture(await picture(exif), 'image/jpeg')).takenAt;
    const taken = await takenIn({ DateTimeOriginal: '2026:10:05 22:05:11' });
    expect(taken).toBe('2026-10-05T22:05:11+08:00');
    expect(await takenIn({ DateTimeOriginal: '2026:10:05 23:05:11', OffsetTimeOriginal: '+09:00' })).toBe(taken);
    expect(await takenIn({ DateTimeOriginal: '0000:00:00 00:00:00' })).toBeUndefined();
    expect(await takenIn({})).toBeUndefined();
    expect(shownAt('IMG_0412.PNG', taken)).toEqual({ at: taken, by: 'exif' });
    expect(shownAt('Screenshot_20261005-220511.png', taken)).toEqual({ at: taken, by: 'name' });
    expect(shownAt('Screenshot_20261101-220511.png', taken)).toBeUndefined();
  });
});

describe('a talk whose days hang on when it was looked at', () => {
  const talk = (...rows: string[]) => ({
    ...blankReading('picture', '1', 'image/png'),
    ...understand(screen(['= 暖阳点卡', ...rows]), SIZE),
  });
  const MONDAY = { at: '2026-10-05T22:05:11+08:00', by: 'name' as const };
  const times = (...rows: string[]) => withShownDay(talk(...rows), MONDAY).messages?.map(({ at }) => at);

  test('is dated from the day of the screen', () => {
    const rows = [
      '= 2026年9月20日 20:11',
      '> 之前买过一次',
      '= 星期三 14:20',
      '> 这回的码怎么没来',
      '= 前天 08:00',
      '< 在补货',
      '= 昨天 21:03',
      '> 还没有吗',
      '= 上午 9:12',
      '< 今晚给您补发',
      '= 22:01',
      '> 到现在没有',
    ];
    expect(times(...rows)).toEqual([
      '2026-09-20T20:11+08:00',
      '2026-09-30T14:20+08:00',
      '2026-10-03T08:00+08:00',
      '2026-10-04T21:03+08:00',
      '2026-10-05T09:12+08:00',
      '2026-10-05T22:01+08:00',
    ]);
  });

  test('has the end of its promise, and keeps what the screen showed', () => {
    const read = talk('= 昨天 21:03', '> 码没来', '< 明天给您补发', '> 好的');
    expect(read.fields.find(({ key }) => key === 'promisedBy')).toBeUndefined();
    const dated = withShownDay(read, MONDAY);
    expect(dated.fields.find(({ key }) => key === 'promisedBy')?.value).toBe('2026-10-05');
    expect(dated.messages![1]).toMatchObject({ relative: '-1T21:03+08:00', at: '2026-10-04T21:03+08:00' });
    expect(dated.shown).toEqual(MONDAY);
  });

  test('stays undated where the day can be two, is still to come, or runs backwards', () => {
    // A week ago, or today.
    expect(times('= 星期一 10:00', '> 在吗', '< 在')).toEqual([undefined, undefined]);
    expect(times('= 23:30', '> 在吗', '< 在')).toEqual([undefined, undefined]);
    expect(times('= 昨天 21:03', '> 在吗', '= 前天 10:00', '< 在')).toEqual(['2026-10-04T21:03+08:00', undefined]);
    // Whether the night's beginning or its end.
    expect(times('= 昨天 晚上 12:10', '> 在吗', '< 在')).toEqual([undefined, undefined]);
  });

  test('an hour alone begins anew: what stands below has nothing of the day above', () => {
    const { messages } = talk('= 2026年9月20日 20:11', '> 在吗，码还没来', '= 09:12', '< 亲，在补货');
    expect(messages?.map(({ at, relative }) => at ?? relative)).toEqual(['2026-09-20T20:11+08:00', '-0T09:12+08:00']);
  });

  test('stays undated where nothing says when it was shown', () => {
    const read = talk('= 昨天 21:03', '> 码没来', '< 在补货');
    expect(withShownDay(read, undefined)).toBe(read);
  });
});
