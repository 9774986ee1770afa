import type { ReportAnswer } from '../../../app/ui/report-answer.ts';

/** What a buyer has filled in. */
export interface ReportForm {
  /** Of this form: sent twice, it is one report. */
  readonly id: string;
  readonly problem: string;
  readonly quantities: Readonly<Record<string, string>>;
  readonly words: string;
  readonly wish: string;
  readonly photos: readonly File[];
}

/** A form that nobody filled in; of an order's only piece it is clear what it is about. */
export function emptyForm(lines: ReportAnswer['order']['lines']): ReportForm {
  const [only] = lines.length === 1 ? lines : [];
  return {
    id: crypto.randomUUID(),
    problem: '',
    quantities: only?.quantity === 1 ? { [only.id]: '1' } : {},
    words: '',
    wish: 'no-preference',
    photos: [],
  };
}

/** As the app reads it; photos come last, so that nothing is lost behind one that is too large. */
export function formDataOf(form: ReportForm, orderId: string): FormData {
  const body = new FormData();
  for (const name of ['id', 'problem', 'words', 'wish'] as const) body.append(name, form[name]);
  body.append('order', orderId);
  for (const [id, quantity] of Object.entries(form.quantities)) {
    body.append(`quantity.${id}`, quantity);
  }
  for (const photo of form.photos) body.append('photos', photo, photo.name);
  return body;
}
