import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { Tx } from './database.server.ts';

/** Everything of a shop, 48 hours after it left: Shopify's shop/redact. */
export async function eraseShop(tx: Tx, shop: ShopDomain): Promise<void> {
  await tx.auditEvent.deleteMany({ where: { shop } });
  await tx.refundAttempt.deleteMany({ where: { shop } });
  await tx.automaticVerdict.deleteMany({ where: { shop } });
  await tx.suggestion.deleteMany({ where: { shop } });
  await tx.orderRecord.deleteMany({ where: { shop } });
  await tx.signal.deleteMany({ where: { shop } });
  // Its photos go with it, rows and pictures.
  await tx.buyerReport.deleteMany({ where: { shop } });
  await tx.parcelTransit.deleteMany({ where: { shop } });
  await tx.parcelNumber.deleteMany({ where: { shop } });
  await tx.carrierConnection.deleteMany({ where: { shop } });
  await tx.carrierEvent.deleteMany({ where: { shop } });
  await tx.carrierCallDay.deleteMany({ where: { shop } });
  await tx.carrierRefusal.deleteMany({ where: { shop } });
  await tx.digestSetting.deleteMany({ where: { shop } });
  await tx.bulkItem.deleteMany({ where: { shop } });
  await tx.bulkApproval.deleteMany({ where: { shop } });
  await tx.secondReading.deleteMany({ where: { shop } });
  await tx.secondReaderDay.deleteMany({ where: { shop } });
  await tx.readingLabel.deleteMany({ where: { shop } });
  await tx.savedView.deleteMany({ where: { shop } });
  await tx.untoldChange.deleteMany({ where: { shop } });
  await tx.apiBudget.deleteMany({ where: { shop } });
  await tx.apiThrottling.deleteMany({ where: { shop } });
  await tx.inboxDelivery.deleteMany({ where: { shop } });
  await tx.apiToken.deleteMany({ where: { shop } });
  await tx.flowRun.deleteMany({ where: { shop } });
  await tx.retentionSweep.deleteMany({ where: { shop } });
  await tx.historyImport.deleteMany({ where: { shop } });
  await tx.historyOrder.deleteMany({ where: { shop } });
  await tx.historyDispatch.deleteMany({ where: { shop } });
  await tx.backTest.deleteMany({ where: { shop } });
  await tx.backTestOrder.deleteMany({ where: { shop } });
  await tx.session.deleteMany({ where: { shop } });
  await tx.shop.deleteMany({ where: { domain: shop } });
}

/**
 * What was read of a buyer's orders: Shopify's customers/redact. What was decided and paid stays as the
 * merchant's record of money; it names an order, not a person.
 */
export async function eraseOrders(
  tx: Tx,
  shop: ShopDomain,
  orderIds: readonly Gid<'Order'>[],
): Promise<void> {
  const theirs = { shop, orderId: { in: [...orderIds] } };
  await tx.orderRecord.deleteMany({ where: theirs });
  await tx.signal.deleteMany({ where: theirs });
  await tx.buyerReport.deleteMany({ where: theirs });
  await tx.parcelTransit.deleteMany({ where: theirs });
  await tx.parcelNumber.deleteMany({ where: theirs });
  await tx.secondReading.deleteMany({ where: theirs });
  await tx.readingLabel.deleteMany({ where: theirs });
  await tx.untoldChange.deleteMany({ where: theirs });
  await tx.historyOrder.deleteMany({ where: theirs });
  await tx.historyDispatch.deleteMany({ where: theirs });
  await tx.backTestOrder.deleteMany({ where: theirs });
  await tx.inboxDelivery.updateMany({
    where: theirs,
    data: { body: null },
  });
}
