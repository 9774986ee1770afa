import type { Inquiry } from '../domain/carriers/inquiry.ts';
import { messageKinds, type Message } from '../domain/messages/message-kinds.ts';
import type { Fillings } from '../domain/messages/variables.ts';
import { parseMoney } from '../domain/money.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Language } from '../locales/load-words.ts';
import { ourQuestion, questionFillings } from './buyer-question-words.ts';
import { inquiryFillings, ourInquiry } from './inquiry-words.ts';
import { ourRegret, regretFillings, regretWishes } from './regret-words.ts';
import type { BuyerQuestions } from './use-buyer-questions.ts';
import type { Words } from './words.ts';

/** A message in a language: our text of it, and what its variables may be filled with. */
export interface ExampleMessage {
  readonly ours: string;
  readonly fillings: Fillings;
}

export interface ExampleAbout {
  readonly now: Instant;
  /** The shop's own; null while it is not known. */
  readonly currency: string | null;
}

const orderName = '#1001';

/** Of the question to a buyer; null where there is none in the language. */
export function exampleQuestion(
  questions: BuyerQuestions,
  language: string,
): ExampleMessage | null {
  const question = questions[language];
  if (!question) return null;
  const choices = ['damaged', 'not-as-described', 'other'];
  return {
    ours: ourQuestion(question),
    fillings: questionFillings(question, { choices, orderName }),
  };
}

/** Of any other message, in the language of the words. */
export function exampleMessage(
  message: Exclude<Message, 'buyer-question'>,
  words: Words,
  { now, currency }: ExampleAbout,
): ExampleMessage {
  const wish = regretWishes.find((each) => message === `regret-${each}`);
  if (wish) {
    const amount = parseMoney('45', currency ?? 'USD');
    const about = { orderName, amount, deliveredAt: addDays(now, -1) };
    return { ours: ourRegret(wish, words), fillings: regretFillings(about, words) };
  }
  const asks = asked.find((each) => message === `carrier-${each}`) ?? 'where';
  const inquiry: Inquiry = {
    asks,
    carrier: 'UPS',
    trackingNumber: '1Z999AA10123456784',
    shippedAt: addDays(now, -21),
    lastScanAt: addDays(now, -14),
    from: 'CN',
    to: 'US',
    orderName,
    claimBy: null,
  };
  return { ours: ourInquiry(asks, words), fillings: inquiryFillings(inquiry, words) };
}

const asked = [
  'where',
  'lost',
  'proof',
  'return',
  'customs',
] as const satisfies readonly Inquiry['asks'][];

/** Whether the app itself speaks the language of a message. */
export function isSpoken(message: Message, language: string): language is Language {
  return (
    message !== 'buyer-question' &&
    messageKinds[message].languages.some((each) => each === language)
  );
}
