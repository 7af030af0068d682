import { DISTORTIONS } from '../bench/distort.ts';
import type { Draw } from './draw.ts';
import { lengthened } from './long-look.ts';
import { holds } from './measure.ts';
import { cutOut, type Camera } from './render.ts';
import type { Look } from './pieces.ts';
import type { LookDispute } from './screens.ts';
import type { Words } from './words.ts';

/** How a dispute's pictures come into its folder. */
export const FORMS = [
  'plain',
  'shrunk',
  'photographed',
  'photographed badly',
  'cropped',
  'long',
  'blurred',
  'tiny',
] as const;
export type Form = (typeof FORMS)[number];

const WORSE: Partial<Record<Form, keyof typeof DISTORTIONS>> = {
  shrunk: 'shrunk 540 px, JPEG 30',
  photographed: 'photographed',
  'photographed badly': 'photographed badly',
  blurred: 'blurred',
  tiny: 'shrunk 360 px, JPEG 25',
};

export interface Pictures {
  /** With the truth that is still to be seen. */
  dispute: LookDispute;
  files: Uint8Array[];
}

/** A dispute's screens as picture files of one form. */
export async function picturesOf(
  camera: Camera,
  draw: Draw,
  words: Words,
  dispute: LookDispute,
  form: Form,
): Promise<Pictures> {
  const looks: Look[] = [];
  const files: Uint8Array[] = [];
  for (const drawn of dispute.looks) {
    const look = form === 'long' ? lengthened(drawn, words, draw) : drawn;
    const shot = await camera.shoot(look, draw);
    if (form === 'cropped') {
      const cut = await cutOut(shot, draw);
      looks.push(visible(look, cut.page.lines));
      files.push(cut.png);
      continue;
    }
    const worse = WORSE[form];
    looks.push(look);
    files.push(worse ? await DISTORTIONS[worse]!(shot.png) : shot.png);
  }
  return { dispute: form === 'cropped' ? cutDown(dispute, looks) : { ...dispute, looks }, files };
}

/** Fewer fields than this tell nobody what page it was. */
const TELLING = 2;

/** The look as far as these lines show it. */
function visible(look: Look, lines: readonly { text: string }[]): Look {
  const fields = Object.fromEntries(
    Object.entries(look.fields).filter(([key, value]) => holds(lines, look.written?.[key] ?? value)),
  );
  const told = Object.keys(fields).filter((key) => key !== 'dispute').length >= TELLING;
  return { ...look, kind: told ? look.kind : '', fields };
}

function cutDown(dispute: LookDispute, looks: Look[]): LookDispute {
  const seen = (key: string): string[] => [...new Set(looks.flatMap((look) => look.fields[key] ?? []))];
  const facts: Record<string, string[]> = {};
  for (const [key, truths] of Object.entries(dispute.facts)) {
    const left = truths.filter((truth) => seen(key).includes(truth));
    // Where the shop was cut off, the company that was paid is all that is known.
    const known = left.length > 0 || key !== 'merchant' ? left : seen(key);
    if (known.length > 0) facts[key] = known;
  }
  const all = [dispute.facts, ...dispute.looks.map((look) => look.fields)];
  const half: Record<string, string[]> = {};
  for (const [key, value] of all.flatMap((one) => Object.entries(one))) (half[key] ??= []).push(...[value].flat());
  return { ...dispute, looks, facts, half };
}
