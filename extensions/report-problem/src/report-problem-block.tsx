import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/customer-account.order-status.block.render';
import { render } from 'preact';
import { ReportProblem } from '../../shared/report/report-problem.tsx';

declare const shopify: Api;

export default function extension(): void {
  render(<ReportProblemBlock />, document.body);
}

/** On the order's page: how far earlier reports are, and a way to the form. */
function ReportProblemBlock() {
  // It may come after the page does.
  const order = shopify.order.value;
  if (!order) return null;
  return (
    <s-section heading={shopify.i18n.translate('title')}>
      <ReportProblem host={shopify} orderId={order.id} isOpen={false} />
    </s-section>
  );
}
