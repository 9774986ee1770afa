import { BlockStack, Card, Layout } from '@shopify/polaris';
import { useId, type ReactNode } from 'react';

/** A part of the settings: what it is about, and beside it what can be set. */
export function SettingsSection({
  title,
  what,
  children,
}: {
  readonly title: string;
  readonly what: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Layout.AnnotatedSection id={id} title={title} description={what}>
      <Card>
        <div role="group" aria-labelledby={id}>
          <BlockStack gap="400">{children}</BlockStack>
        </div>
      </Card>
    </Layout.AnnotatedSection>
  );
}
