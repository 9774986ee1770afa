import { List, Text } from '@shopify/polaris';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** Says what will be here once there is something to count. */
export function OverviewEmpty() {
  const { t } = useWords();
  return (
    <SectionCard title={t('overview.empty.title')}>
      <Text as="p">{t('overview.empty.text')}</Text>
      <List>
        {['money', 'speed', 'precision', 'automation', 'sources'].map((figure) => (
          <List.Item key={figure}>{t(`overview.empty.${figure}`)}</List.Item>
        ))}
      </List>
    </SectionCard>
  );
}
