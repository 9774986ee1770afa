import { expect, test } from 'vitest';
import { callProblems } from '#app/domain/carriers/call-problems.ts';
import { refusalReasons } from '#app/domain/carriers/refusals.ts';
import { trackingServices } from '#app/domain/carriers/tracking-services.ts';
import { digestProblems } from '#app/domain/digest/digest.ts';
import { languages } from '#app/locales/load-words.ts';
import { auditWords } from '#app/ui/audit-words.ts';
import { wordsIn } from '#tests/support/words.ts';

test.each(languages)('all that services, calls and digests come to has words: %s', (language) => {
  const words = wordsIn(language);
  const keys = [
    ...trackingServices.flatMap((service) => [
      `tracking-service.${service}`,
      `carriers.what.${service}`,
    ]),
    ...refusalReasons.map((why) => `carriers.refused.${why}`),
    ...callProblems.map((problem) => `carriers.problem.${problem}`),
    ...digestProblems.map((problem) => `digest.problem.${problem}`),
  ];
  expect(keys.filter((key) => !words.has(key))).toEqual([]);
  const connected = { kind: 'carrier-connected', params: { service: '17track' } } as const;
  expect(auditWords(connected, words)).toContain('17TRACK');
});
