import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { meanings, type Meaning } from '#app/domain/intent.ts';
import { isRead, type Language } from '#app/domain/text/languages.ts';

export interface Example {
  readonly language: Language;
  readonly text: string;
  readonly meaning: Meaning;
}

const shape = z.strictObject({ text: z.string().min(1), intent: z.enum(meanings) });

/** The texts of a folder that holds `<language>.jsonl` files, in the order of their names and lines. */
export function examplesIn(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => {
      const language = basename(name, '.jsonl');
      if (!isRead(language)) throw new Error(`${name} is of no language that is read`);
      return linesOf(join(folder, name)).map((line, index) => {
        const parsed = shape.safeParse(JSON.parse(line));
        if (!parsed.success) throw new Error(`${name}, line ${index + 1}: ${parsed.error.message}`);
        return { language, text: parsed.data.text, meaning: parsed.data.intent };
      });
    });
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
