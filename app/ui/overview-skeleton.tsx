import { BlockStack, Card, InlineGrid, SkeletonBodyText, SkeletonPage } from '@shopify/polaris';
import { useWords } from './words-context.tsx';

/** The shape of the overview while it is long in coming. */
export function OverviewSkeleton() {
  const { t } = useWords();
  return (
    <SkeletonPage title={t('loading')}>
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <SkeletonCard lines={7} />
          <SkeletonCard lines={7} />
        </InlineGrid>
        <SkeletonCard lines={2} />
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <SkeletonCard lines={7} />
          <SkeletonCard lines={7} />
        </InlineGrid>
        <SkeletonCard lines={12} />
      </BlockStack>
    </SkeletonPage>
  );
}

function SkeletonCard({ lines }: { readonly lines: number }) {
  return (
    <Card>
      <SkeletonBodyText lines={lines} />
    </Card>
  );
}
