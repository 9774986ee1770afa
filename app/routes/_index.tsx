import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { OutsidePage } from '../ui/outside-page.tsx';

/** Shopify opens the app's own URL, with its shop: the queue is what is meant. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams, search } = new URL(request.url);
  if (searchParams.has('shop') || searchParams.has('host')) return redirect(`/app${search}`);
  return null;
}

export default function Index() {
  return <OutsidePage />;
}
