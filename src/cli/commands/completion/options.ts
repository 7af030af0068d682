import { declare } from '../../command.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export const COMPLETION = { ...declare('completion <shell>', '输出补全脚本：bash、zsh、fish'), values: SHELLS };
