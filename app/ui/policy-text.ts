import type { Clause, PolicyOutline } from '../domain/published/clause.ts';
import type { BuyerWords } from './buyer-words.ts';
import { createI18n } from './i18n.ts';

/** The return policy as a buyer reads it. */
export interface PolicyText {
  readonly title: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly statements: readonly string[];
    readonly regions: readonly {
      readonly name: string;
      readonly statements: readonly string[];
    }[];
  }[];
}

/** Puts an outline into the words of a language. */
export function policyText(outline: PolicyOutline, { language, words }: BuyerWords): PolicyText {
  const { t: tell } = createI18n(language, words);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const say = ({ code, params }: Clause) =>
    tell(`clause.${code}`, {
      ...params,
      ...(params['percent'] === undefined
        ? {}
        : { percent: percent.format(params['percent'] / 100) }),
    });
  return {
    title: tell('title'),
    sections: outline.map(({ heading, clauses, regions }) => ({
      heading: tell(`heading.${heading}`),
      statements: clauses.map(say),
      regions: regions.map(({ regime, clauses: own }) => ({
        name: tell(`region.${regime}`),
        statements: own.map(say),
      })),
    })),
  };
}

/** To be pasted anywhere. */
export function plainPolicy({ title, sections }: PolicyText): string {
  const bullets = (statements: readonly string[]) => statements.map((each) => `• ${each}`);
  return [
    [title],
    ...sections.flatMap(({ heading, statements, regions }) => [
      [heading, ...bullets(statements)],
      ...regions.map(({ name, statements: own }) => [name, ...bullets(own)]),
    ]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** As Shopify keeps a policy; its page puts a title of its own above. */
export function policyHtml({ sections }: PolicyText): string {
  const list = (statements: readonly string[]) =>
    `<ul>${statements.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>`;
  return sections
    .flatMap(({ heading, statements, regions }) => [
      `<h2>${escaped(heading)}</h2>`,
      list(statements),
      ...regions.map(({ name, statements: own }) => `<h3>${escaped(name)}</h3>${list(own)}`),
    ])
    .join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
