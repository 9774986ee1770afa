import { describe, expect, test } from 'vitest';
import { activityFilterOf } from '#app/domain/activity-filter.ts';
import { activityGroups, kindsOfGroup, type ActivityQuery } from '#app/domain/activity.ts';
import { auditKinds } from '#app/domain/audit-event.ts';

const everything: ActivityQuery = {
  kind: null,
  actor: null,
  from: null,
  to: null,
  search: null,
  after: null,
};

test('every kind of event is in one group', () => {
  const grouped = activityGroups.flatMap(kindsOfGroup);
  expect([...grouped].sort()).toEqual([...auditKinds].sort());
});

describe('a query', () => {
  test('that asks for nothing filters nothing', () => {
    const { after, ...asked } = everything;
    const { kind, to, ...same } = asked;
    expect([after, kind, to]).toEqual([null, null, null]);
    expect(activityFilterOf(everything, 'UTC')).toEqual({ ...same, kinds: null, until: null });
  });

  test('for a group wants each of its kinds, for a kind that one', () => {
    const kindsOf = (kind: ActivityQuery['kind']) =>
      activityFilterOf({ ...everything, kind }, 'UTC').kinds;
    expect(kindsOf('settings')).toEqual([
      'automation-left',
      'policy-changed',
      'policy-published',
      'readings-forgotten',
      'api-token-made',
      'carrier-connected',
      'carrier-disconnected',
      'digest-changed',
      'retention-swept',
    ]);
    expect(kindsOf('refund-made')).toEqual(['refund-made']);
  });

  test.each([
    ['UTC', '2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-24T16:00:00.000Z', '2026-11-25T16:00:00.000Z'],
    ['America/New_York', '2026-11-25T05:00:00.000Z', '2026-11-26T05:00:00.000Z'],
    // Nobody knows it, and the pages show UTC.
    ['Mars/Olympus_Mons', '2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z'],
  ])('of one day means that day in %s', (timezone, from, until) => {
    const day = { ...everything, from: '2026-11-25', to: '2026-11-25' };
    expect(activityFilterOf(day, timezone)).toMatchObject({ from, until });
  });

  test.each([
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    // Clocks go forward at midnight there: the day begins at one.
    ['America/Asuncion', '2023-10-01', '2023-10-01T04:00:00.000Z', '2023-10-02T03:00:00.000Z'],
  ])('of the day in %s on which clocks change has its hours', (timezone, date, from, until) => {
    const day = { ...everything, from: date, to: date };
    expect(activityFilterOf(day, timezone)).toMatchObject({ from, until });
  });

  test('of a day that is none throws: the URL has been read before', () => {
    expect(() => activityFilterOf({ ...everything, from: '2026-02-30' }, 'UTC')).toThrow(
      RangeError,
    );
  });
});
