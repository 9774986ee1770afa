import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { meanings, type Meaning } from '#app/domain/intent.ts';

export interface LabelledText {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly intent: Meaning;
}

const shape = z.object({
  id: z.coerce.string(),
  lang: z.string(),
  text: z.string(),
  intent: z.enum(meanings),
});

export function labelledTexts(file: string): readonly LabelledText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [shape.parse(JSON.parse(line))]));
}

/** `seen`: looked at while the reader was made; `aside`: never. */
export type Fold = 'seen' | 'aside';

export function inFold(id: string, fold: Fold): boolean {
  const [first = 0] = createHash('sha256').update(id).digest();
  return first % 2 === (fold === 'seen' ? 0 : 1);
}
