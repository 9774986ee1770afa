import type { LoaderFunctionArgs } from '@remix-run/node';
import { TitleBar } from '@shopify/app-bridge-react';
import { BlockStack, Button, Card, Page, Text } from '@shopify/polaris';
import { useState } from 'react';
import { authenticate } from '../shopify.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request);
  return null;
}

/** One card with a text and the template's one button. */
export default function Index() {
  const [count, setCount] = useState(0);
  return (
    <Page>
      <TitleBar title="A bare page" />
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Congrats on creating a new Shopify app
          </Text>
          <Text as="p" variant="bodyMd">
            This embedded app template uses App Bridge interface examples like an additional page in
            the app nav, as well as an Admin GraphQL mutation demo, to provide a starting point for
            app development.
          </Text>
          <Text as="p" variant="bodyMd">
            Generated so far: {count}
          </Text>
          <Button
            onClick={() => {
              setCount(count + 1);
            }}
          >
            Generate a product
          </Button>
        </BlockStack>
      </Card>
    </Page>
  );
}
