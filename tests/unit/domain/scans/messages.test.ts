import { describe, expect, test } from 'vitest';
import { whatMessageSays } from '#app/domain/scans/messages/what-messages-say.ts';
import { englishSayings } from './sayings/english-sayings.ts';
import { chineseSayings } from './sayings/chinese-sayings.ts';
import { germanSayings } from './sayings/german-sayings.ts';
import { frenchSayings } from './sayings/french-sayings.ts';
import { spanishSayings } from './sayings/spanish-sayings.ts';
import { portugueseSayings } from './sayings/portuguese-sayings.ts';
import { italianSayings } from './sayings/italian-sayings.ts';
import { dutchSayings } from './sayings/dutch-sayings.ts';
import { polishSayings } from './sayings/polish-sayings.ts';
import { japaneseSayings } from './sayings/japanese-sayings.ts';
import { koreanSayings } from './sayings/korean-sayings.ts';
import { russianSayings } from './sayings/russian-sayings.ts';

const languages = {
  English: englishSayings,
  Chinese: chineseSayings,
  German: germanSayings,
  French: frenchSayings,
  Spanish: spanishSayings,
  Portuguese: portugueseSayings,
  Italian: italianSayings,
  Dutch: dutchSayings,
  Polish: polishSayings,
  Japanese: japaneseSayings,
  Korean: koreanSayings,
  Russian: russianSayings,
};

describe.each(Object.entries(languages))('a message in %s', (_, sayings) => {
  const rows = Object.entries(sayings).flatMap(([kind, messages]) =>
    messages.map((message) => [message, kind] as const),
  );
  test.each(rows)('%s: %s', (message, kind) => {
    expect(whatMessageSays(message)?.kind).toBe(kind);
  });
});

describe('a message says more than what happened', () => {
  test.each([
    ['Held by customs, duties unpaid', { party: null, reason: 'customs_duties_unpaid' }],
    ['Duties have been paid, held by customs', { party: 'customs', reason: 'customs_delay' }],
    [
      'Held by customs: commercial invoice missing',
      { party: 'customs', reason: 'customs_documentation' },
    ],
    [
      'Awaiting commercial invoice from the shipper',
      { party: 'seller', reason: 'customs_documentation' },
    ],
    ['海关查验', { party: 'customs', reason: 'customs_inspection' }],
    ['Delayed by a snowstorm: snow', { party: null, reason: 'weather_delay' }],
    ['Wegen Streik verzögert', { party: null, reason: 'force_majeure' }],
    ['Missent', { party: 'carrier', reason: 'carrier_sorting_error' }],
    ['Recipient not available', { party: 'buyer', reason: 'consignee_not_available' }],
    ['Delivered damaged', { party: 'carrier', reason: 'carrier_damaged_parcel' }],
    ['Export customs clearance started', { leg: 'export' }],
    ['进口海关查验', { leg: 'import' }],
    ['Held by customs', { leg: null }],
    ['Flight departed', { leg: 'line-haul' }],
    ['Arrived at delivery depot', { leg: 'last-mile' }],
  ])('%s', (message, more) => {
    expect(whatMessageSays(message)).toMatchObject(more);
  });
});

describe('a message does not say', () => {
  test.each([
    ['lost', 'Parcel is not lost'],
    ['lost', 'Lost and found office'],
    ['lost', 'Paket ist nicht verloren gegangen'],
    ['damaged', 'No visible damage'],
    ['damaged', 'Undamaged'],
    ['customs-held', 'No longer held by customs'],
    ['customs-held', 'Released by customs without delay'],
    ['customs-cleared', 'Awaiting release by customs'],
    ['customs-cleared', 'Customs clearance not completed'],
    ['returning', 'Return label created'],
    ['returning', 'If unclaimed it will go back, otherwise returned to sender'],
    ['returned', 'Will be delivered to sender'],
    ['delivered', 'Will be delivered tomorrow'],
    ['delivered', 'Estimated to be delivered on Monday'],
    ['delivered', 'Delivered to local carrier'],
    ['delivered', 'Not yet delivered'],
    ['attempt-failed', 'Delivery attempt scheduled for tomorrow'],
    ['attempt-failed', 'Next delivery attempt on Monday'],
    ['delayed', 'Arrived without delay'],
    ['out-for-delivery', 'Not yet out for delivery'],
    ['refused', 'Not refused'],
    ['cancelled', 'Pickup appointment cancelled'],
    ['address-problem', 'Address has been corrected, problem solved'],
    ['picked-up', 'Will be picked up tomorrow'],
    ['problem', 'Problem resolved'],
  ])('%s: %s', (kind, message) => {
    expect(whatMessageSays(message)?.kind).not.toBe(kind);
  });

  test.each(['xyzzy', '', ' ', '21.20', '§$%'])('anything: %s', (message) => {
    expect(whatMessageSays(message)).toBeNull();
  });
});
