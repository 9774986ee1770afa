import type { Inquiry } from '../domain/carriers/inquiry.ts';
import { ownWordsOf, type OwnWords } from '../domain/messages/own-words.ts';
import { fillIn, leftOpen, written, type Fillings } from '../domain/messages/variables.ts';
import { countryWords, dayWords } from './format.ts';
import type { Words } from './words.ts';

/** The message to the carrier, in the language of the words: the merchant's own, or ours. */
export function inquiryWords(inquiry: Inquiry, words: Words, own: OwnWords): string {
  const text =
    ownWordsOf(own, `carrier-${inquiry.asks}`, words.language) ?? ourInquiry(inquiry.asks, words);
  return fillIn(text, inquiryFillings(inquiry, words));
}

/** Our text of it, with its variables left open. */
export function ourInquiry(asks: Inquiry['asks'], { t }: Words): string {
  return [
    t('inquiry.hello', leftOpen(['carrier'])),
    t('inquiry.parcel', leftOpen(['number', 'shipped', 'from', 'to', 'order'])),
    written('last-scan'),
    t(`inquiry.${asks}`),
    t('inquiry.thanks'),
  ].join('\n');
}

export function inquiryFillings(inquiry: Inquiry, words: Words): Fillings {
  const { t } = words;
  const place = (code: string | null) =>
    code === null ? t('inquiry.unknown-place') : countryWords(code, words);
  return {
    carrier: inquiry.carrier ?? '',
    number: inquiry.trackingNumber,
    shipped: dayWords(inquiry.shippedAt, words),
    from: place(inquiry.from),
    to: place(inquiry.to),
    order: inquiry.orderName,
    'last-scan': inquiry.lastScanAt
      ? t('inquiry.last-scan', { at: dayWords(inquiry.lastScanAt, words) })
      : t('inquiry.no-scan'),
  };
}
