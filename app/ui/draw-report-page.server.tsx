import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import { loadBuyerReport } from '../locales/load-buyer-report.ts';
import type { Language } from '../locales/load-words.ts';
import { createI18n } from './i18n.ts';
import { ReportPage, ReportRefusedPage } from './report-page.tsx';
import type { ReportPageData, ReportRefusal } from './report-form.ts';
import { wordsOf, type Words } from './words.ts';

export type ReportPageAnswer =
  { readonly data: ReportPageData } | { readonly refused: ReportRefusal };

/** The page as a whole document: no script at all, and nothing from elsewhere. */
export async function drawReportPage(
  answer: ReportPageAnswer,
  { language, timezone }: { readonly language: Language; readonly timezone: string },
  { status, headers }: { readonly status: number; readonly headers?: HeadersInit },
): Promise<Response> {
  const trees = await loadBuyerReport();
  const words = wordsOf(createI18n(language, trees[language]), language, timezone);
  const html = `<!doctype html>${renderToStaticMarkup(<Document answer={answer} words={words} />)}`;
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(fixed)) all.set(name, value);
  all.set('Content-Language', language);
  return new Response(html, { status, headers: all });
}

function Document({ answer, words }: { readonly answer: ReportPageAnswer; readonly words: Words }) {
  const { t: say } = words;
  return (
    <html lang={words.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{say('title')}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        {'data' in answer ? (
          <ReportPage data={answer.data} words={words} />
        ) : (
          <ReportRefusedPage refusal={answer.refused} words={words} />
        )}
      </body>
    </html>
  );
}

const style = `
:root { color-scheme: light dark; --line: light-dark(#767676, #999); --fault: light-dark(#a3130c, #ff9d94);
  --good: light-dark(#0b5c2b, #7fdca0); --accent: light-dark(#1a4fa3, #a9c8ff); }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
  background: light-dark(#fff, #16181c); color: light-dark(#1b1d21, #ececec); }
main, nav { max-width: 40rem; margin: 0 auto; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; } h2 { font-size: 1.2rem; } h3 { font-size: 1rem; margin: 0; }
.order, .hint { margin-top: 0; color: light-dark(#55585e, #b4b7bd); } .hint { font-size: .9rem; }
a { color: var(--accent); }
fieldset, article { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1.25rem; padding: .75rem 1rem; min-width: 0; }
legend, .field > label { font-weight: 600; padding: 0 .25rem; } .field > label { display: block; padding: 0; }
article p { margin: .25rem 0; } .field { margin-bottom: 1.25rem; } .field .hint { margin-bottom: .25rem; }
.option, .line { display: flex; gap: .5rem; align-items: center; min-height: 2.75rem; }
.option label, .line label { flex: 1; padding: .5rem 0; min-width: 0; } .line { justify-content: space-between; }
input[type=radio] { width: 1.25rem; height: 1.25rem; flex: none; margin: 0; }
input[type=number], textarea { font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .375rem; padding: .5rem; }
input[type=number] { width: 5rem; min-height: 2.75rem; } textarea, input[type=file] { width: 100%; font: inherit; }
[data-wrong=true], [aria-invalid=true] { border-color: var(--fault); border-width: 2px; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.25rem; border-radius: .5rem; cursor: pointer;
  border: 1px solid var(--accent); background: light-dark(#1a4fa3, #a9c8ff); color: light-dark(#fff, #10131a); }
button.quiet { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.stop, .news { border: 2px solid var(--fault); border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0; }
.stop h2 { margin: 0; font-size: 1rem; } .stop ul { margin: .5rem 0 0; padding-left: 1.25rem; } .news { border-color: var(--good); }
nav ul { list-style: none; padding: 0; margin: 2rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav a { display: inline-block; padding: .5rem 0; } nav a[aria-current] { font-weight: 600; text-decoration: none; color: inherit; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

const fixed: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    ...["default-src 'none'", `style-src 'sha256-${styleHash}'`, 'img-src data:'],
    ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
  ].join('; '),
  // Whoever has the address may report: it is not told to others.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  Vary: 'Accept-Language',
};
