import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/customer-account.order.action.render';
import { render } from 'preact';
import { ReportProblem } from '../../shared/report/report-problem.tsx';

declare const shopify: Api;

export default function extension(): void {
  render(<ReportProblemAction />, document.body);
}

/** What the order's menu opens: the form itself. */
function ReportProblemAction() {
  const { translate } = shopify.i18n;
  return (
    <s-customer-account-action heading={translate('title')}>
      <ReportProblem host={shopify} orderId={shopify.orderId} isOpen />
      <s-button
        slot="secondary-actions"
        onClick={() => {
          shopify.close();
        }}
      >
        {translate('form-in-account.done')}
      </s-button>
    </s-customer-account-action>
  );
}
