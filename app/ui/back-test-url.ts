import { parseBackTestId, type BackTestId } from '../domain/backtest/back-test.ts';
import type { Language } from '../locales/load-words.ts';

const backTestPath = '/app/back-test';

/** Which back-test is shown, and which one it is held against. */
export interface BackTestShown {
  readonly run: string | null;
  readonly other: string | null;
}

export function backTestUrl({ run, other }: BackTestShown): string {
  const params = new URLSearchParams({
    ...(run === null ? {} : { run }),
    ...(other === null ? {} : { with: other }),
  });
  const search = params.toString();
  return search === '' ? backTestPath : `${backTestPath}?${search}`;
}

export function backTestShown(params: URLSearchParams): {
  readonly run: BackTestId | null;
  readonly other: BackTestId | null;
} {
  const idIn = (name: string) => parseBackTestId(params.get(name) ?? '');
  return { run: idIn('run'), other: idIn('with') };
}

export function backTestExportUrl(id: string, language: Language): string {
  return `${backTestPath}/${id}/export.csv?locale=${language}`;
}
