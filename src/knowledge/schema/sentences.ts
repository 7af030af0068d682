import { z } from 'zod';
import { ANSWER_KINDS } from '../../model/contact.ts';

export const answerKind = z.enum(ANSWER_KINDS);

/** `train`: learned from; `test`: only measured; `kept-out`: not looked at before a measurement. */
export const sentenceSet = z.enum(['train', 'test', 'kept-out']);
