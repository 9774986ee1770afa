import { expect, test } from 'vitest';
import type { AuditEvent } from '#app/domain/audit-event.ts';
import { parseMoney } from '#app/domain/money.ts';
import { auditWords } from '#app/ui/audit-words.ts';
import { wordsIn } from '#tests/support/words.ts';

const amount = { kind: 'money', money: parseMoney('12.5', 'USD') } as const;
const told: readonly (readonly [
  kind: AuditEvent['kind'],
  params: AuditEvent['params'],
  english: string,
  chinese: string,
])[] = [
  ['approval-undone', {}, 'Undone in the hold', '在等待期内撤销'],
  ['suggestion-approved', { amount }, 'Approved: $12.50', '批准退款：US$12.50'],
  [
    'suggestion-opened',
    { ground: 'late-dispatch', amount },
    'Suggested: Late dispatch · $12.50',
    '提出建议：发货延误；US$12.50',
  ],
  [
    'automation-capped',
    { 'per-hour': amount },
    'Left to you, above a limit: Refunds of an hour may be $12.50 at most.',
    '超过上限，留给您决定：一小时内退款最多 US$12.50。',
  ],
  // The version is for comparing, and nobody reads it.
  [
    'second-person-asked',
    { version: 3, amount },
    'Agreed; a second person is asked: $12.50',
    '已同意，等待第二人：US$12.50',
  ],
  [
    'carrier-answer-recorded',
    { verdict: 'lost' },
    'The carrier answered: Lost',
    '承运商答复：丢失',
  ],
  [
    'policy-changed',
    { 'messages.buyer-question:de': 'Hallo\n{{choices}}', 'messages.regret-keep:en': 'null' },
    'Settings changed: Ask what the buyer means (German): Hallo\n{{choices}} · It came after all: keep both (English): our text',
    '更改设置：询问买家的意思（德语）：Hallo\n{{choices}}；包裹后来送达：两者都保留（英语）：我们的文字',
  ],
  [
    'retention-swept',
    { deliveries: 1, said: 2, orders: 3 },
    'What was kept long enough was deleted: 1 webhook · 2 things that buyers said · 3 closed orders',
    '删除了超过保存期限的内容：1 个 Webhook；2 条买家留言；3 个已结订单',
  ],
  [
    'readings-forgotten',
    { decisions: 1 },
    'What decisions taught about readings was forgotten: 1 decision',
    '清除了从决定中学到的判读经验：1 个决定',
  ],
  [
    'policy-changed',
    { 'money.mark': 'tag', 'money.stopped': 'true', 'money.perDay': 'null' },
    'Settings changed: Mark paid orders: With the tag “Amends refund” · Stop all refunds: yes · Limit for a day: none',
    '更改设置：标记已退款订单：添加标签“Amends refund”；停止所有退款：是；每日限额：无',
  ],
  [
    'policy-changed',
    { 'moon.phase': 'full' },
    'Settings changed: moon.phase: full',
    '更改设置：moon.phase：full',
  ],
];

test.each(told)('%s with %j is told', (kind, params, english, chinese) => {
  const wordsOf = (language: 'en' | 'zh-CN') =>
    auditWords({ kind, params }, wordsIn(language)).replaceAll('\u00a0', ' ');
  expect(wordsOf('en')).toBe(english);
  expect(wordsOf('zh-CN')).toBe(chinese);
});
