import { z } from 'zod';
import { intents, readers } from '../domain/intent.ts';

/** What was read of a text, as it is kept; the fields of a larger shape, too. */
export const readWordsFields = {
  intents: z.array(
    z.object({
      intent: z.enum(intents),
      confidence: z.number(),
      words: z.array(z.string()).exactOptional(),
      reader: z.enum(readers).exactOptional(),
    }),
  ),
  unclear: z
    .object({ language: z.string().nullable(), between: z.array(z.enum(intents)) })
    .exactOptional(),
};
