import type { ReactNode } from 'react';
import { reportProblems } from '../domain/case-facts.ts';
import { reportLimits, wishes } from '../domain/reports/buyer-report.ts';
import type { ReportFault } from '../domain/reports/check-report.ts';
import { languages, type Language } from '../locales/load-words.ts';
import { instantWords } from './format.ts';
import { fieldOfFault, type ReportPageData, type ReportRefusal } from './report-form.ts';
import type { Words } from './words.ts';

/** What buyers without an account see: a page that needs no script, no cookie and no picture. */
export function ReportPage({
  data,
  words,
}: {
  readonly data: ReportPageData;
  readonly words: Words;
}) {
  const { t: say } = words;
  const { orderName, faults, refusal, news } = data;
  return (
    <Frame words={words}>
      <h1>{say('title')}</h1>
      <p className="order">{say('of-order', { order: orderName })}</p>
      {news && (
        <p className="news" role="status">
          {say(news)}
        </p>
      )}
      {refusal && (
        <p className="stop" role="alert">
          {say(`refusal.${refusal}`)}
        </p>
      )}
      {faults.length > 0 && <Faults faults={faults} words={words} />}
      <p>{say('intro')}</p>
      <Earlier data={data} words={words} />
      <ReportForm data={data} words={words} />
    </Frame>
  );
}

/** Where there is nothing to fill in. */
export function ReportRefusedPage({
  refusal,
  words,
}: {
  readonly refusal: ReportRefusal;
  readonly words: Words;
}) {
  const { t: say } = words;
  return (
    <Frame words={words}>
      <h1>{say('title')}</h1>
      <p role="alert">{say(`refusal.${refusal}`)}</p>
    </Frame>
  );
}

const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  'pt-BR': 'Português',
};

function Frame({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  const { t: say } = words;
  return (
    <>
      <main>{children}</main>
      <nav aria-label={say('languages')}>
        <ul>
          {languages.map((language) => (
            <li key={language}>
              <a
                href={`?locale=${language}`}
                lang={language}
                hrefLang={language}
                aria-current={language === words.language ? 'true' : undefined}
              >
                {languageNames[language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function Faults({
  faults,
  words,
}: {
  readonly faults: readonly ReportFault[];
  readonly words: Words;
}) {
  const { t: say } = words;
  return (
    <div className="stop" role="alert">
      <h2>{say('fault-title')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>
            <a href={`#${fieldOfFault[fault]}`}>{say(`fault.${fault}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Earlier({ data, words }: { readonly data: ReportPageData; readonly words: Words }) {
  const { t: say } = words;
  if (data.reports.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{say('earlier.title')}</h2>
      {data.reports.map(({ report, state, canWithdraw }) => {
        const date = instantWords(report.at, words);
        const problem = say(`problem.${report.problem}`);
        return (
          <article key={report.reportId} data-state={state}>
            <h3>{problem}</h3>
            <p>
              <strong>{say(`state.${state}`)}</strong> · {say('earlier.at', { date })}
            </p>
            <p>{say(`next.${state}`)}</p>
            {canWithdraw && (
              <form method="post" encType="multipart/form-data">
                <button
                  type="submit"
                  name="withdraw"
                  value={report.reportId}
                  className="quiet"
                  aria-label={say('earlier.withdraw-of', { problem, date })}
                >
                  {say('earlier.withdraw')}
                </button>
              </form>
            )}
          </article>
        );
      })}
    </section>
  );
}

function ReportForm({ data, words }: { readonly data: ReportPageData; readonly words: Words }) {
  const { t: say } = words;
  const { form, faults, lines } = data;
  const isWrong = (field: string) => faults.some((fault) => fieldOfFault[fault] === field);
  const quantityOf = new Map(form.lines.map((line) => [line.lineItemId, line.quantity]));
  return (
    <form method="post" encType="multipart/form-data" aria-labelledby="form">
      <h2 id="form">{say('form')}</h2>
      <input type="hidden" name="id" value={form.clientId} />
      <Choice
        name="problem"
        options={reportProblems}
        chosen={form.problem}
        isWrong={isWrong('problem')}
        words={words}
      />
      {lines.length > 0 && (
        <fieldset id="lines" aria-describedby="lines-hint" data-wrong={isWrong('lines')}>
          <legend>{say('lines.legend')}</legend>
          <p id="lines-hint" className="hint">
            {say('lines.hint')}
          </p>
          {lines.map(({ lineItemId, title, currentQuantity: most }) => (
            <div key={lineItemId} className="line">
              <label htmlFor={lineItemId}>{say('lines.quantity', { title, most })}</label>
              <input
                id={lineItemId}
                name={`quantity.${lineItemId}`}
                type="number"
                inputMode="numeric"
                min={0}
                max={most}
                defaultValue={quantityOf.get(lineItemId) ?? '0'}
              />
            </div>
          ))}
        </fieldset>
      )}
      <div className="field">
        <label htmlFor="words">{say('words.label')}</label>
        <p id="words-hint" className="hint">
          {say('words.hint')}
        </p>
        <textarea
          id="words"
          name="words"
          rows={5}
          maxLength={reportLimits.words}
          aria-describedby="words-hint"
          aria-invalid={isWrong('words')}
          defaultValue={form.words}
        />
      </div>
      <Choice
        name="wish"
        options={wishes}
        chosen={form.wish}
        isWrong={isWrong('wish')}
        words={words}
      />
      <div className="field">
        <label htmlFor="photos">{say('photos.label')}</label>
        <p id="photos-hint" className="hint">
          {say('photos.hint')}
          {faults.length > 0 && ` ${say('photos.again')}`}
        </p>
        {/* After all else: whatever comes before too large a photo is not lost. */}
        <input
          id="photos"
          name="photos"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          multiple
          aria-describedby="photos-hint"
          aria-invalid={isWrong('photos')}
        />
      </div>
      <button type="submit" id="send">
        {say('send')}
      </button>
    </form>
  );
}

function Choice({
  name,
  options,
  chosen,
  isWrong,
  words,
}: {
  readonly name: 'problem' | 'wish';
  readonly options: readonly string[];
  readonly chosen: string;
  readonly isWrong: boolean;
  readonly words: Words;
}) {
  const { t: say } = words;
  return (
    <fieldset id={name} data-wrong={isWrong}>
      <legend>{say(`${name}.legend`)}</legend>
      {options.map((option) => (
        <div key={option} className="option">
          <input
            type="radio"
            id={`${name}-${option}`}
            name={name}
            value={option}
            defaultChecked={option === chosen}
            required
          />
          <label htmlFor={`${name}-${option}`}>{say(`${name}.${option}`)}</label>
        </div>
      ))}
    </fieldset>
  );
}
