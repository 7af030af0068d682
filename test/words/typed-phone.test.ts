import { expect, test } from 'vitest';
import { looksLikePhone } from '../../src/words/typed-phone.ts';

test.each([
  '13800138000',
  '138 0013 8000',
  '138-0013-8000',
  '１３８００１３８０００',
  '+86 13800138000',
  '+8613800138000',
  '010-62345678',
  '(0571) 8765432',
  '0571-87654321转802',
  '+86 571 87654321',
  '400-820-8820',
  '95188',
  '+852 9123 4567',
  '+1 (415) 555-0132',
  '0085291234567',
  '13800138000（王小明）',
])('%s can be called', (typed) => expect(looksLikePhone(typed)).toBe(true));

test.each(['12345', '1380013800', '138001380001', '23800138000', '87654321', '王小明', '无', '1', '+86 12345'])(
  '%s may be mistyped',
  (typed) => expect(looksLikePhone(typed)).toBe(false),
);
