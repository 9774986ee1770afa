import { describe, expect, test } from 'vitest';
import type { Inquiry } from '#app/domain/carriers/inquiry.ts';
import {
  askedLanguages,
  languageFor,
  messageKinds,
  messages,
  spokenLanguages,
} from '#app/domain/messages/message-kinds.ts';
import { messageSettings, noOwnWords, ownWordsIn } from '#app/domain/messages/own-words.ts';
import { fillIn } from '#app/domain/messages/variables.ts';
import { parseMoney } from '#app/domain/money.ts';
import { wordingProblem } from '#app/domain/policy/check-wording.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { loadBuyerQuestions } from '#app/locales/load-buyer-questions.ts';
import { languages } from '#app/locales/load-words.ts';
import { questionWords } from '#app/ui/buyer-question-words.ts';
import { inquiryWords } from '#app/ui/inquiry-words.ts';
import { exampleMessage, exampleQuestion, isSpoken } from '#app/ui/message-examples.ts';
import { regretWords } from '#app/ui/regret-words.ts';
import { instant, now } from '#tests/support/order-facts.ts';
import { wordsIn } from '#tests/support/words.ts';

const questions = await loadBuyerQuestions();
const all = messages.flatMap((message) =>
  messageKinds[message].languages.map((language): [typeof message, string] => [message, language]),
);

const inquiry: Inquiry = {
  asks: 'lost',
  carrier: 'UPS',
  trackingNumber: '1Z0001',
  shippedAt: instant('2026-03-01T12:00:00.000Z'),
  lastScanAt: null,
  from: 'CN',
  to: null,
  orderName: '#1001',
  claimBy: null,
};

test('messages come in the languages that there are', () => {
  expect([...spokenLanguages].sort()).toEqual([...languages].sort());
  expect([...askedLanguages].sort()).toEqual(Object.keys(questions).sort());
  expect(Object.keys(messageSettings)).toHaveLength(all.length);
  expect(languageFor('buyer-question', 'zh-CN')).toBe('zh');
  expect(languageFor('carrier-lost', 'pt')).toBe('pt-BR');
  expect(languageFor('carrier-lost', 'vi')).toBe('en');
});

test.each(all)(
  'our own text of %s in %s could be a merchant’s, and is filled to the end',
  (message, language) => {
    const about = { now, currency: null };
    const example =
      message === 'buyer-question'
        ? exampleQuestion(questions, language)
        : isSpoken(message, language) && exampleMessage(message, wordsIn(language), about);
    if (!example) throw new Error('no example');
    expect(wordingProblem(example.ours, messageKinds[message])).toBeNull();
    expect(fillIn(example.ours, example.fillings)).not.toMatch(/[{}]/);
    expect(Object.keys(example.fillings).sort()).toEqual(
      [...messageKinds[message].variables].sort(),
    );
  },
);

describe('without words of his own, the merchant sends ours', () => {
  test('to the carrier', () => {
    expect(inquiryWords(inquiry, wordsIn('en'), noOwnWords)).toBe(
      [
        'Hello UPS,',
        'we ask about parcel 1Z0001 (our order #1001), sent on Mar 1, 2026 from China to an unknown place.',
        'No scan of it is known to us.',
        'Please confirm the loss in writing and tell us how to claim.',
        'Thank you.',
      ].join('\n'),
    );
  });

  test('to the buyer', () => {
    const about = { orderName: '#1', amount: parseMoney('45', 'USD'), deliveredAt: now };
    expect(regretWords('keep', about, wordsIn('en'), noOwnWords)).toContain(
      'we refunded $45.00 for your order #1 because',
    );
    const question = questions['en'];
    if (!question) throw new Error('no question');
    const asked = { choices: ['damaged', 'other'], orderName: '#1' };
    expect(questionWords({ question, language: 'en' }, asked, noOwnWords)).toBe(
      `${question.question}\n• It arrived damaged\n• Something else`,
    );
  });
});

test('his own words are sent in their language alone, whatever they are filled with', () => {
  const own = ownWordsIn({
    ...defaultPolicy.messages,
    'carrier-lost:en': '<b>{{number}}</b> of {{order}}: lost?',
    'regret-keep:de': 'Behalten Sie {{order}}, {{amount}}',
    'buyer-question:fr': '{{choices}}\n({{order}})',
  });
  const tricky = { ...inquiry, trackingNumber: '{{order}} $t(app.name)' };
  expect(inquiryWords(tricky, wordsIn('en'), own)).toBe(
    '<b>{{order}} $t(app.name)</b> of #1001: lost?',
  );
  expect(inquiryWords(tricky, wordsIn('de'), own)).toContain('{{order}} $t(app.name)');
  expect(inquiryWords({ ...inquiry, asks: 'where' }, wordsIn('en'), own)).toContain('Hello UPS');
  const about = { orderName: '#1', amount: parseMoney('45', 'EUR'), deliveredAt: now };
  expect(regretWords('keep', about, wordsIn('de'), own)).toBe('Behalten Sie #1, 45,00\u00a0€');
  const question = questions['fr'];
  if (!question) throw new Error('no question');
  const asked = { choices: ['other'], orderName: '#1' };
  expect(questionWords({ question, language: 'fr' }, asked, own)).toBe('• Autre chose\n(#1)');
});
