import { describe, expect, test } from 'vitest';
import type { GroundId } from '#app/domain/scenarios/ground-ids.ts';
import {
  delivered,
  judgeStory,
  lineId,
  march,
  message,
  order,
  readsTags,
  report,
  returned,
  scans,
  sent,
  type StoryParts,
} from '#tests/support/story.ts';

/*
 * Stories in which nothing but the buyer's own words tells what is wrong. The reader is the real one.
 */
const came = { now: march(10), orders: [sent()], scans: delivered };
const writes = (text: string): StoryParts => ({ ...came, messages: [message(text, march(8))] });
const returnsWith = (note: string): StoryParts => ({
  ...came,
  returns: [
    returned('requested', march(8), {
      lines: [{ lineItemId: Number(lineId), quantity: 1, note }],
    }),
  ],
});

type InWords = readonly [ground: GroundId, text: string, words: string | null];

const stories: Readonly<Record<string, readonly InWords[]>> = {
  English: [
    ['damaged', 'One of the mugs arrived smashed to pieces', 'smashed'],
    ['missing-items', 'I ordered 2 and only got 1, one mug is missing', 'missing'],
    ['not-as-described', 'The handle broke after two days of use', 'two days'],
    ['safety', 'The handle caught fire on the stove, smoke everywhere', 'fire'],
    ['health', 'I had an allergic reaction and a rash after using it', null],
    ['changed-mind', 'Ordered by mistake, my fault, I no longer need it', 'by mistake'],
  ],
  German: [
    ['damaged', 'Die Tasse kam zerbrochen an', 'zerbrochen'],
    ['missing-items', 'Es fehlt eine Tasse, nur eine erhalten', 'nur eine'],
    ['bereavement', 'Mein Vater ist verstorben, bitte nehmen Sie es zurück', null],
  ],
  Spanish: [
    ['damaged', 'La taza llegó rota en pedazos', 'rota'],
    ['not-as-described', 'No es como en la foto, me enviaron otro color', 'me enviaron otro'],
  ],
  French: [
    ['damaged', 'La tasse est arrivée cassée', 'cassée'],
    ['missing-items', 'Il manque une tasse dans le colis', 'manque'],
  ],
  Chinese: [
    ['damaged', '收到杯子就碎了，摔坏了', '碎了'],
    ['damaged', '收到杯子就碎了，摔壞了', '碎了'],
    ['changed-mind', '买错了，不需要了，想退货', '买错'],
  ],
  Japanese: [
    ['damaged', '届いたカップが割れていました', '割れて'],
    ['changed-mind', 'サイズを間違えて注文しました。自分のミスです', '間違えて注文'],
  ],
};

describe.each(Object.entries(stories))('in %s', (_, told) => {
  test.each(told)('%s: %s', (ground, text, words) => {
    const [judged] = judgeStory(writes(text));
    const claim = judged?.claims.find((one) => one.ground === ground);
    expect(judged?.claims.map((one) => one.ground)).toContain(ground);
    const shown = claim?.evidence.find(({ code }) => code === 'words-say');
    if (words === null) expect(shown).toBeUndefined();
    else expect(shown?.params['words']).toMatch(new RegExp(words, 'i'));
  });
});

describe('words', () => {
  test('of a return’s note are read where no reason was picked', () => {
    const [judged] = judgeStory(returnsWith('Der Henkel ist nach zwei Tagen abgebrochen'));
    expect(judged?.claims.map(({ ground }) => ground)).toContain('not-as-described');
  });

  test('that surest tell are the ones that are shown', () => {
    const [judged] = judgeStory({
      ...came,
      messages: [
        message('it was a bit damaged', march(7)),
        message('came smashed to pieces', march(8)),
      ],
    });
    const claim = judged?.claims.find(({ ground }) => ground === 'damaged');
    expect(claim?.evidence.filter(({ code }) => code === 'words-say')).toHaveLength(1);
  });

  test('that ask to cancel before anything left are heard', () => {
    const [judged] = judgeStory({
      now: march(2),
      orders: [order()],
      messages: [message('Please cancel my order', march(1.5))],
    });
    expect(judged?.claims[0]?.ground).toBe('cancel-before-shipping');
  });

  test('of not having got it are about waiting while the parcel is on its way, and about the delivery after it', () => {
    const text = 'I never received my package';
    const [underWay] = judgeStory({
      now: march(22),
      orders: [sent()],
      scans: scans('IN_TRANSIT'),
      messages: [message(text, march(21))],
    });
    expect(underWay?.claims.map(({ ground }) => ground)).toContain('silent-parcel');
    const [after] = judgeStory(writes(text));
    expect(after?.claims.map(({ ground }) => ground)).toContain('delivered-not-received');
  });

  test('that may mean either are as sure as the surer', () => {
    const [judged] = judgeStory(
      {
        now: march(22),
        orders: [sent()],
        scans: scans('IN_TRANSIT'),
        messages: [message('#late=0.7 #not-received=0.9', march(21))],
      },
      readsTags,
    );
    expect(judged?.claims[0]?.parts.map(({ code }) => code)).toContain('buyer-told');
  });

  test('beside a picked problem are shown as well', () => {
    const [judged] = judgeStory({
      ...came,
      reports: [report('damaged', march(8), { text: 'It came smashed to pieces' })],
    });
    const codes = judged?.claims[0]?.evidence.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['told-damaged', 'words-say']));
  });

  test('of praise owe nothing', () => {
    const [judged] = judgeStory(writes('Wonderful mugs, thank you so much!'));
    expect(judged?.claims).toEqual([]);
  });

  test('alone never let money go by itself', () => {
    const [judged] = judgeStory(writes('It came smashed to pieces'));
    expect(judged?.care.automatic).toBe(false);
  });
});
