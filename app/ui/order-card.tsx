import { Badge, BlockStack, Divider, InlineStack, Link, Text, TextField } from '@shopify/polaris';
import { numericIdOf, type Gid } from '../domain/ids.ts';
import type { OrderFacts, ParcelFacts } from '../domain/order-facts.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { CopyButton } from './copy-button.tsx';
import { FactList } from './fact-list.tsx';
import { countryWords, moneyWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { AbsoluteTime } from './time-words.tsx';
import { webUrlOf } from './web-url.ts';
import { useWords } from './words-context.tsx';

/** The order as it was when its facts were last read. */
export function OrderCard({
  orderId,
  facts,
  readAt,
  reportLink,
}: {
  readonly orderId: Gid<'Order'>;
  readonly facts: OrderFacts | null;
  readonly readAt: Instant | null;
  /** Where the buyer can report a problem without an account. */
  readonly reportLink: string;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('order.title')}>
      <Link url={`shopify:admin/orders/${numericIdOf(orderId)}`} target="_top">
        {t('order.open')}
      </Link>
      {facts ? <OrderFactList facts={facts} /> : <Text as="p">{t('order.not-kept')}</Text>}
      {facts?.parcels.map((parcel) => (
        <BlockStack key={parcel.fulfillmentId} gap="300">
          <Divider />
          <ParcelSection parcel={parcel} />
        </BlockStack>
      ))}
      <TextField
        label={t('buyer-reports.link.of-order')}
        value={reportLink}
        autoComplete="off"
        readOnly
        selectTextOnFocus
        connectedRight={<CopyButton text={reportLink} label={t('buyer-reports.link.copy')} />}
      />
      {readAt && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('order.read-at')} <AbsoluteTime at={readAt} />
        </Text>
      )}
    </SectionCard>
  );
}

function OrderFactList({ facts }: { readonly facts: OrderFacts }) {
  const words = useWords();
  const { t } = words;
  const { financialStatus, payment, destinationCountry, cancelledAt } = facts;
  return (
    <FactList
      facts={[
        { name: t('order.created'), value: <AbsoluteTime at={facts.createdAt} /> },
        payment.paidAt && { name: t('order.paid'), value: <AbsoluteTime at={payment.paidAt} /> },
        cancelledAt && { name: t('order.cancelled'), value: <AbsoluteTime at={cancelledAt} /> },
        financialStatus === null
          ? null
          : {
              name: t('order.payment'),
              value: codeWords('financial-status', financialStatus, words),
            },
        {
          name: t('order.fulfillment'),
          value: codeWords('fulfillment-status', facts.fulfillmentStatus, words),
        },
        facts.returnStatus === 'NO_RETURN'
          ? null
          : {
              name: t('order.return'),
              value: codeWords('return-status', facts.returnStatus, words),
            },
        {
          name: t('order.destination'),
          value: destinationCountry ? countryWords(destinationCountry, words) : t('order.unknown'),
        },
        { name: t('order.total'), value: moneyWords(payment.total, words) },
        { name: t('order.received'), value: moneyWords(payment.received, words) },
        { name: t('order.refunded'), value: moneyWords(payment.refunded, words) },
        ...facts.disputes.map((dispute) => ({
          name: codeWords('dispute-kind', dispute.initiatedAs, words),
          value: codeWords('dispute-status', dispute.status, words),
        })),
        ...facts.unread.map((part) => ({
          name: codeWords('unread', part, words),
          value: t('order.not-read'),
        })),
      ]}
    />
  );
}

function ParcelSection({ parcel }: { readonly parcel: ParcelFacts }) {
  const words = useWords();
  const { t } = words;
  const status = parcel.displayStatus ?? parcel.status;
  const url = webUrlOf(parcel.trackingUrl);
  const numbers = parcel.trackingNumbers.join(', ') || t('order.no-number');
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingXs">
          {t('order.parcel', { name: parcel.name })}
        </Text>
        <Badge>{codeWords('parcel-status', status, words)}</Badge>
      </InlineStack>
      <FactList
        facts={[
          parcel.carrier ? { name: t('order.carrier'), value: parcel.carrier } : null,
          {
            name: t('order.tracking'),
            value: url ? (
              <Link url={url} target="_blank" accessibilityLabel={t('order.track', { numbers })}>
                {numbers}
              </Link>
            ) : (
              numbers
            ),
          },
          { name: t('order.sent'), value: <AbsoluteTime at={parcel.createdAt} /> },
          parcel.estimatedDeliveryAt && {
            name: t('order.estimated'),
            value: <AbsoluteTime at={parcel.estimatedDeliveryAt} />,
          },
          parcel.deliveredAt && {
            name: t('order.delivered'),
            value: <AbsoluteTime at={parcel.deliveredAt} />,
          },
        ]}
      />
    </BlockStack>
  );
}
