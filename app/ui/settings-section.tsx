import { BlockStack, Box, Card, InlineGrid, Text } from '@shopify/polaris';
import { useId, type ReactNode } from 'react';

/** A part of the settings: what it is about, and beside it what can be set. */
export function SettingsSection({
  title,
  what,
  children,
}: {
  readonly title: string;
  readonly what: string | null;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <InlineGrid columns={{ xs: '1fr', md: '2fr 5fr' }} gap="400">
      {/* Cards reach the edges of a phone; words don't. */}
      <Box paddingInline={{ xs: '400', sm: '0' }} paddingBlockStart={{ xs: '200', md: '400' }}>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd" id={id}>
            {title}
          </Text>
          {what !== null && (
            <Text as="p" tone="subdued">
              {what}
            </Text>
          )}
        </BlockStack>
      </Box>
      <Card>
        <div role="group" aria-labelledby={id}>
          <BlockStack gap="400">{children}</BlockStack>
        </div>
      </Card>
    </InlineGrid>
  );
}
