import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOfScan } from '#app/domain/scans/meaning-of-scan.ts';

const says = (status: string, message: string | null = null, source: string | null = null) =>
  meaningOfScan({ status, message, country: null, source });

describe('a status', () => {
  test.each([
    ['IN_TRANSIT', null, 'moving'],
    ['in-transit', null, 'moving'],
    ['In Transit', null, 'moving'],
    ['LABEL_PURCHASED', null, 'announced'],
    ['READY_FOR_PICKUP', null, 'ready-for-pickup'],
    ['Exception_010', null, 'returning'],
    ['exception_011', 'aftership', 'returned'],
    ['Exception_013', null, 'lost'],
    ['InTransit_CustomsRequiringInformation', null, 'customs-held'],
    ['InTransit_CustomsReleased', '17track', 'customs-cleared'],
    ['DeliveryFailure_Rejected', null, 'refused'],
    ['customs_duties_unpaid', 'karrio', 'customs-held'],
    ['carrier_parcel_lost', null, 'lost'],
    ['picked_up', null, 'picked-up'],
    ['PICKED_UP', 'shopify', 'delivered'],
    ['EMI', 'UPU', 'delivered'],
    ['01', 'usps', 'delivered'],
    ['01', null, 'unknown'],
    ['NOBODY_KNOWS', null, 'unknown'],
  ])('%s of %s is %s', (status, source, kind) => {
    expect(says(status, null, source).kind).toBe(kind);
  });

  test('of a source that nobody knows is read as any other', () => {
    expect(says('DELIVERED', null, 'warp-post').kind).toBe('delivered');
  });
});

describe('a message beside a general status', () => {
  test.each([
    ['Held by customs, duties unpaid', 'customs-held', 'customs_duties_unpaid'],
    ['Customs: commercial invoice missing', 'customs-held', 'customs_documentation'],
    ['Goods prohibited in destination', 'customs-held', 'customs_prohibited'],
    ['海关查验', 'customs-held', 'customs_inspection'],
    ['Released by customs', 'customs-cleared', null],
    ['Clearance processing', 'customs', null],
    ['Returned to sender', 'returning', null],
    ['退回发件人', 'returning', null],
    ['Zurück an Absender', 'returning', null],
    ['Devuelto al remitente', 'returning', null],
    ['Retour à l’expéditeur', 'returning', null],
    ['Возврат отправителю', 'returning', null],
    ['差出人に返送しました', 'returning', null],
    ['Parcel lost, claim opened', 'lost', 'carrier_parcel_lost'],
    ['Pakket is beschadigd', 'damaged', 'carrier_damaged_parcel'],
    ['Annahme verweigert', 'refused', 'consignee_refused'],
    ['Endereço incorreto', 'address-problem', 'consignee_incorrect_address'],
    ['Delivery attempt failed, nobody home', 'attempt-failed', 'consignee_not_available'],
    ['Destinatario assente', 'attempt-failed', 'consignee_not_available'],
    ['Gotowa do odbioru w punkcie', 'ready-for-pickup', null],
    ['Delayed by weather', 'delayed', 'weather_delay'],
  ])('says more: %s', (message, kind, reason) => {
    expect(says('IN_TRANSIT', message)).toMatchObject({ kind, reason, readFrom: 'message' });
  });

  test.each([
    ['no longer held', 'Parcel is no longer held'],
    ['not lost', 'Parcel is not lost'],
    ['found after it was lost', 'Parcel found, was lost'],
    ['a label for a return', 'Return label created'],
    ['given to the post office', 'Delivered to local post office'],
    ['repacked', 'Damaged packaging repacked'],
    ['in vague words', 'Arrived at facility'],
    ['delivered, while the status says otherwise', 'Delivered'],
  ])('does not say so when it is %s', (_, message) => {
    expect(says('IN_TRANSIT', message)).toMatchObject({ kind: 'moving', readFrom: 'status' });
  });
});

describe('a message', () => {
  test('is all there is where the status is empty or unknown', () => {
    expect(says('', 'Out for delivery').kind).toBe('out-for-delivery');
    expect(says('X99', 'Zugestellt')).toMatchObject({ kind: 'delivered', readFrom: 'message' });
    expect(says('', 'Delivered to parcel locker').kind).toBe('ready-for-pickup');
    expect(says('', '包裹已揽收').kind).toBe('picked-up');
    expect(says('', 'xyzzy')).toMatchObject({ kind: 'unknown', readFrom: 'nothing' });
    expect(says('', 'xyzzy').kind).toBe('unknown');
    expect(says('', '').kind).toBe('unknown');
  });

  test('takes back a delivery that was none, and no other particular status', () => {
    expect(says('DELIVERED', 'Could not be delivered').kind).toBe('attempt-failed');
    expect(says('DELIVERED', 'Delivered to sender').kind).toBe('returned');
    expect(says('DELIVERED', 'Left in lobby').kind).toBe('delivered');
    expect(says('carrier_parcel_lost', 'Delivered').kind).toBe('lost');
  });

  test('may name the cause of what the status says', () => {
    expect(says('DELAYED', 'Weather')).toMatchObject({ kind: 'delayed', party: null });
    expect(says('ATTEMPTED_DELIVERY', 'Nobody home').reason).toBe('consignee_not_available');
  });

  test('that denies a delivery is believed, and one that says how it was made is not', () => {
    expect(says('DELIVERED', 'Refused by recipient').kind).toBe('refused');
    expect(says('DELIVERED', 'Nobody home, left with a neighbour')).toMatchObject({
      ...{ kind: 'delivered', readFrom: 'status' },
    });
    expect(says('DELIVERED', 'Customer not available')).toMatchObject({
      ...{ kind: 'delivered', readFrom: 'status' },
    });
    expect(says('DELIVERED', 'Delivered to parcel locker').kind).toBe('delivered');
    expect(says('DELIVERED', 'Delivered damaged')).toMatchObject({
      ...{ kind: 'delivered', reason: 'carrier_damaged_parcel', readFrom: 'message' },
    });
  });

  test.each([
    ['FAILURE', 'Returned to sender', 'returning'],
    ['FAILURE', 'Delayed by weather', 'delayed'],
    ['FAILURE', 'Arrived at facility', 'problem'],
    ['FAILURE', 'Out for delivery', 'problem'],
    ['FAILURE', 'Shipment exception', 'problem'],
    ['Exception', 'Customs clearance completed', 'customs-cleared'],
    ['on_hold', 'Released by customs', 'customs-cleared'],
    ['DELAYED', 'Held by customs', 'customs-held'],
    ['DELAYED', 'Shipment exception', 'delayed'],
    ['ATTEMPTED_DELIVERY', 'Refused by recipient', 'refused'],
    ['ATTEMPTED_DELIVERY', 'Available for pickup at the post office', 'attempt-failed'],
    ['ATTEMPTED_DELIVERY', 'Delivered', 'attempt-failed'],
    ['return_to_sender', 'Delivered to sender', 'returned'],
    ['pending', 'Shipment picked up', 'picked-up'],
    ['Expired', 'Parcel lost', 'lost'],
    ['unknown', 'Arrived at facility', 'moving'],
    ['IN_TRANSIT', 'Out for delivery', 'out-for-delivery'],
    ['OUT_FOR_DELIVERY', 'Held by customs', 'out-for-delivery'],
  ])('beside %s: %s', (status, message, kind) => {
    expect(says(status, message).kind).toBe(kind);
  });

  test('tells where a parcel is that is only said to move', () => {
    expect(says('IN_TRANSIT', 'Arrived in destination country')).toMatchObject({
      ...{ kind: 'moving', leg: 'import', readFrom: 'status' },
    });
  });

  test('may stand where the status should', () => {
    const meaning = { kind: 'out-for-delivery', readFrom: 'status' };
    expect(says('Out for Delivery, in truck')).toMatchObject(meaning);
    expect(says('DataReceived')).toMatchObject({ kind: 'announced', readFrom: 'status' });
  });

  test('of any length is read in time', () => {
    const long = 'held by customs without a word '.repeat(10_000);
    expect(says('', long).kind).toBe('customs-held');
    expect(says('IN_TRANSIT', long).kind).toBe('customs-held');
  });

  test('of thousands is forgotten in time, and read again', () => {
    for (let index = 0; index < 5100; index += 1) says('', `Arrived at stop ${index}`);
    expect(says('', 'Arrived at stop 0').kind).toBe('moving');
  });
});

test('anything may be written', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.option(fc.string()),
      fc.option(fc.string()),
      (status, message, source) => {
        expect(says(status, message, source).kind).toMatch(/^[a-z-]+$/);
      },
    ),
  );
});
