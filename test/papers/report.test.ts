import { parse } from 'node-html-parser';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fitPictures, shrinkPicture } from '../../src/papers/report/pictures.ts';
import { renderReport } from '../../src/papers/report/report.ts';
import { drawTimeline } from '../../src/papers/report/timeline.ts';
import { aReport } from './a-report.ts';

const html = renderReport(aReport());
const page = parse(html);

describe('a report', () => {
  test('is one file without script, that loads nothing and takes no text for markup', () => {
    expect(page.querySelectorAll('script, link, iframe, object, b, img')).toEqual([]);
    for (const element of page.querySelectorAll('*')) {
      const names = Object.keys(element.attributes);
      expect(
        names.filter((name) => /^on|^srcdoc$|^style$/i.test(name)),
        element.outerHTML.slice(0, 80),
      ).toEqual([]);
      const target = element.getAttribute('href') ?? element.getAttribute('src') ?? '#';
      expect(target).toMatch(/^#|^data:image\/webp;base64,/);
    }
    expect(html).not.toMatch(/https?:|url\(|@import/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('takes places that a case gives as text for no markup either', () => {
    const bad = '6"/><script>alert(1)</script>' as unknown as number;
    const place = { x: bad, y: bad, width: bad, height: bad };
    const sketch = { width: bad, height: bad, lines: [{ text: '<b>', ...place }], marks: [{ label: '<i>', ...place }] };
    const { exhibits } = aReport();
    expect(renderReport(aReport({ exhibits: [{ ...exhibits[0]!, sketch }] }))).not.toMatch(/<script>|<b>|<i>/);
  });

  test('is the same when it is made again', () => expect(renderReport(aReport())).toBe(html));

  test('links every fact to its exhibit, and every link leads somewhere', () => {
    const ids = new Set(page.querySelectorAll('[id]').map((element) => element.id));
    const links = page.querySelectorAll('a').map((element) => element.getAttribute('href')!.slice(1));
    expect(links).toContain('exhibit-1');
    expect(links.filter((link) => !ids.has(link) && link !== 'exhibit-3')).toEqual([]);
  });

  test('says what is not certain, withdrawn, against each other, past', () => {
    expect(page.querySelector('.doubt')?.text).toContain('没读准');
    expect(page.querySelector('article.withdrawn')?.text).toContain('录错了');
    expect(page.querySelector('dd.conflict')?.text).toContain('58.80 / 96.50');
    expect(page.querySelector('ol.events .conflict')?.text).toBe('（已过）');
    expect(page.querySelector('#integrity')?.text).toContain('c'.repeat(64));
  });

  test('of an empty case says so in every part', () => {
    const empty = renderReport(aReport({ groups: [], timeline: [], exhibits: [], letters: [], next: undefined }));
    expect(
      parse(empty)
        .querySelectorAll('section')
        .filter((one) => one.text.includes('还没有')),
    ).toHaveLength(4);
  });
});

describe('the drawing', () => {
  test('has each event once, numbered as in the list, and today', () => {
    const svg = parse(drawTimeline(aReport().timeline, '2026-11-25'));
    expect(
      svg
        .querySelectorAll('.no')
        .map((one) => one.text)
        .toSorted(),
    ).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(svg.querySelectorAll('.today')).toHaveLength(1);
    expect(drawTimeline([], '2026-11-25')).toBe('');
  });

  test('keeps dots of one day apart and inside, however many', () => {
    const events = Array.from({ length: 24 }, () => ({ ...aReport().timeline[0]!, at: '2026-11-25' }));
    const xs = parse(drawTimeline(events, '2026-11-25'))
      .querySelectorAll('circle')
      .map((one) => Number(one.getAttribute('cx')));
    expect(Math.min(...xs)).toBeGreaterThan(44);
    expect(Math.max(...xs)).toBeLessThan(480);
    const few = parse(drawTimeline(events.slice(0, 5), '2026-11-25')).querySelectorAll('circle');
    const apart = few.map((one) => Number(one.getAttribute('cx')));
    for (let i = 1; i < apart.length; i++) expect(apart[i]! - apart[i - 1]!).toBeGreaterThanOrEqual(18);
  });
});

describe('a picture', () => {
  test('is shrunk to 720 wide with its marks where they belong', async () => {
    const bytes = await sharp({ create: { width: 1440, height: 3000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const mark = { label: '订单号', box: { x: 100, y: 200, width: 400, height: 40 } };
    const shown = await shrinkPicture({ bytes, mediaType: 'image/png', width: 1440, marks: [mark] });
    expect(shown).toMatchObject({ width: 720, height: 1500, marks: [{ x: 50, y: 100, width: 200, height: 20 }] });
    expect((await sharp(shown.webp).metadata()).format).toBe('webp');
  });

  test('very long shows its upper part', async () => {
    const bytes = await sharp({ create: { width: 360, height: 12_000, channels: 3, background: '#eee' } })
      .png()
      .toBuffer();
    const shown = await shrinkPicture({ bytes, mediaType: 'image/png', width: 360, marks: [] });
    expect(shown).toMatchObject({ width: 360, height: 8_000 });
  });

  test('goes in while there is room', () => expect(fitPictures([5, 9, 4], 10)).toEqual([true, false, true]));
});
