import { BlockStack, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { BuyerReport, ReportPhoto } from '../domain/reports/buyer-report.ts';
import styles from './buyer-reports-card.module.css';
import { FactList } from './fact-list.tsx';
import { fetchPhoto } from './fetch-photo.ts';
import { instantWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** What the buyer reported in a form: the things, the wish and the photos. */
export function BuyerReportsCard({
  reports,
  facts,
}: {
  readonly reports: readonly BuyerReport[];
  readonly facts: OrderFacts | null;
}) {
  const { t } = useWords();
  if (reports.length === 0) return null;
  return (
    <SectionCard title={t('buyer-reports.card.title')}>
      {reports.map((report) => (
        <Report key={report.reportId} report={report} facts={facts} />
      ))}
    </SectionCard>
  );
}

function Report({
  report,
  facts,
}: {
  readonly report: BuyerReport;
  readonly facts: OrderFacts | null;
}) {
  const words = useWords();
  const { t } = words;
  const { photos } = report;
  const titleOf = new Map(facts?.lines.map(({ lineItemId, title }) => [lineItemId, title]));
  const about = report.lines.map(({ lineItemId, quantity }) =>
    t('buyer-reports.card.line', { title: titleOf.get(lineItemId) ?? lineItemId, quantity }),
  );
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingXs">
        {t(`report-problem.${report.problem}`)} · {instantWords(report.at, words)}
      </Text>
      {report.withdrawnAt && (
        <Text as="p" tone="subdued">
          {t('buyer-reports.card.withdrawn', { date: instantWords(report.withdrawnAt, words) })}
        </Text>
      )}
      <FactList
        facts={[
          {
            name: t('buyer-reports.card.about'),
            value: about.length > 0 ? about.join(', ') : t('buyer-reports.card.whole-order'),
          },
          { name: t('buyer-reports.card.wish'), value: t(`buyer-reports.wish.${report.wish}`) },
        ]}
      />
      {photos.length > 0 && (
        <ul className={styles['photos']}>
          {photos.map((photo, index) => (
            <li key={photo.photoId}>
              <Photo
                photo={photo}
                name={t('buyer-reports.card.photo', { number: index + 1, count: photos.length })}
              />
            </li>
          ))}
        </ul>
      )}
    </BlockStack>
  );
}

/** A picture's address carries no session: it is fetched as everything else is. */
function Photo({ photo, name }: { readonly photo: ReportPhoto; readonly name: string }) {
  const { t } = useWords();
  const { photoId, width, height } = photo;
  const [url, setUrl] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void fetchPhoto(photoId).then((picture) => {
      if (isGone) return;
      setIsMissing(picture === null);
      made = picture && URL.createObjectURL(picture);
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [photoId]);
  if (isMissing) return <Text as="p">{t('buyer-reports.card.photo-missing')}</Text>;
  if (url === null) return <div className={styles['waiting']} />;
  return <img src={url} alt={name} width={width} height={height} className={styles['photo']} />;
}
