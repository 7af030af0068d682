import { z } from 'zod';

/** `knowledge/words/troubles.yaml`: words parted by spaces, by what they have in common. */
export const troublesSchema = z.strictObject({
  classes: z.record(z.string().regex(/^[a-z]+$/), z.string().min(1)),
});
