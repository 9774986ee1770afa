import type { Inquiry } from '../domain/carriers/inquiry.ts';
import { countryWords, dayWords } from './format.ts';
import type { Words } from './words.ts';

/** The message to the carrier, in the language of the words. */
export function inquiryWords(inquiry: Inquiry, words: Words): string {
  const { t } = words;
  const place = (code: string | null) =>
    code === null ? t('inquiry.unknown-place') : countryWords(code, words);
  return [
    t('inquiry.hello', { carrier: inquiry.carrier ?? '' }),
    t('inquiry.parcel', {
      number: inquiry.trackingNumber,
      shipped: dayWords(inquiry.shippedAt, words),
      from: place(inquiry.from),
      to: place(inquiry.to),
      order: inquiry.orderName,
    }),
    inquiry.lastScanAt
      ? t('inquiry.last-scan', { at: dayWords(inquiry.lastScanAt, words) })
      : t('inquiry.no-scan'),
    t(`inquiry.${inquiry.asks}`),
    t('inquiry.thanks'),
  ].join('\n');
}
