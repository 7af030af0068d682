/** How a terminal takes a picture. */
export type PictureWay = 'kitty' | 'iterm' | 'sixel';

type Env = Readonly<Record<string, string | undefined>>;

const WAYS: readonly string[] = ['kitty', 'iterm', 'sixel'] satisfies PictureWay[];
/** Konsole draws pictures from 22.04 on. */
const KONSOLE_DRAWS = 220_400;

/**
 * The way in which this terminal takes pictures, by what it says of itself in the environment; it is not asked, for a
 * terminal that does not answer would keep one waiting. Inside tmux and screen, whose window is not the terminal, and
 * where nothing is known, there is none.
 * @param env `KAMENG_PICTURES` names a way, or turns them off with any other word
 */
export function pictureWay(env: Env): PictureWay | undefined {
  const wanted = env['KAMENG_PICTURES'];
  if (wanted) return WAYS.includes(wanted) ? (wanted as PictureWay) : undefined;
  const term = env['TERM'] ?? '';
  if (env['TMUX'] || env['STY'] || /^(?:tmux|screen|dumb)/.test(term)) return undefined;
  if (/^xterm-(?:kitty|ghostty)$/.test(term)) return 'kitty';
  if (/sixel|^(?:foot|mlterm|yaft|contour)/.test(term)) return 'sixel';
  const program = env['TERM_PROGRAM'] ?? '';
  if (program === 'ghostty' || (program === '' && env['KITTY_WINDOW_ID'])) return 'kitty';
  if (/^(?:iTerm\.app|WezTerm|mintty)$/.test(program) || env['LC_TERMINAL'] === 'iTerm2') return 'iterm';
  if (Number(env['KONSOLE_VERSION'] ?? 0) >= KONSOLE_DRAWS) return 'sixel';
  return undefined;
}
