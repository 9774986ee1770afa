import type { Picture } from './choose-pictures.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** The list of the pictures, page by page. */
export function writeIndex(pictures: readonly Picture[]): string {
  const pages = [...new Set(pictures.map(({ page }) => page))];
  const lists = pages.map((page) => {
    const lines = pictures
      .filter((picture) => picture.page === page)
      .map(
        ({ state, file, language, width }) =>
          `- [${state}](${file}): ${names.of(language) ?? language}, ${width}`,
      );
    return `## ${page}\n\n${lines.join('\n')}\n`;
  });
  return `# Screens

Every page and state, as the browser's tests saw them: the page, the state, the language and the width of the window in CSS pixels. All are written by
\`npm run screens\`, this list too.

${lists.join('\n')}`;
}
