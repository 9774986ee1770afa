import { describe, expect, test } from 'vitest';
import { queueKeyNames, queueKeyOf, queueKeys, type Pressed } from '#app/ui/queue-keys.ts';

const alone = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false };
const press = (key: string, changes: Partial<Pressed> = {}) =>
  queueKeyOf({ ...alone, key, ...changes });

describe('a key in the queue', () => {
  test.each(queueKeyNames)('%s is asked for by its own key', (name) => {
    expect(press(queueKeys[name])).toBe(name);
    expect(queueKeyNames.filter((other) => queueKeys[other] === queueKeys[name])).toEqual([name]);
  });

  test.each(['Enter', 'Tab', 'J', 'R', 'x', ' ', 'Escape', 'constructor'])(
    '%s is none of them',
    (key) => {
      expect(press(key)).toBeNull();
    },
  );

  test.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)(
    'with %s is somebody else’s',
    (modifier) => {
      for (const name of queueKeyNames) {
        expect(press(queueKeys[name], { [modifier]: true })).toBeNull();
      }
    },
  );

  test('held down moves on, and decides nothing', () => {
    const held = queueKeyNames.filter((name) => press(queueKeys[name], { repeat: true }) !== null);
    expect(held).toEqual(['next', 'previous']);
  });
});
