import { z } from 'zod';

/** What an answer is in the main. */
export const answerKind = z.enum(['vague', 'refusal', 'promise', 'settled', 'none']);
export type AnswerKind = z.infer<typeof answerKind>;

/** `train`: learned from; `test`: only measured; `kept-out`: not looked at before a measurement. */
export const sentenceSet = z.enum(['train', 'test', 'kept-out']);
