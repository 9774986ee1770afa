import type { AuditEvent } from '../domain/audit-event.ts';
import type { Gid, ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';

/** Written in the transaction of the change it speaks of. */
export async function writeAuditEvent(tx: Tx, event: AuditEvent): Promise<void> {
  await tx.auditEvent.create({ data: { ...event, params: jsonOf(event.params) } });
}

/** Whether somebody else wrote such an event about this version of the suggestion. */
export async function hasAudit(
  tx: Tx,
  about: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly kind: AuditEvent['kind'];
    readonly version: number;
    readonly amount: Money;
    readonly notBy: AuditEvent['actor'];
  },
): Promise<boolean> {
  const { shop, suggestionId, kind, version, amount, notBy } = about;
  const found = await tx.auditEvent.findFirst({
    where: {
      ...{ shop, suggestionId, kind, actor: { not: notBy } },
      AND: [
        { params: { path: ['version'], equals: version } },
        { params: { path: ['amount', 'money', 'amount'], equals: amount.amount } },
      ],
    },
    select: { id: true },
  });
  return found !== null;
}

/** Oldest first. */
export async function readAuditEvents(
  tx: Tx,
  shop: ShopDomain,
  suggestionId: SuggestionId,
): Promise<readonly AuditEvent[]> {
  const rows = await tx.auditEvent.findMany({
    where: { shop, suggestionId },
    orderBy: { id: 'asc' },
    take: 500,
  });
  return rows.map((row) => ({
    shop,
    orderId: row.orderId as Gid<'Order'> | null,
    suggestionId,
    at: instantOf(row.at),
    actor: row.actor as AuditEvent['actor'],
    kind: row.kind as AuditEvent['kind'],
    params: row.params as AuditEvent['params'],
  }));
}
