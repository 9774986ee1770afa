import { index, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/_index.tsx'),
  route('auth/*', 'routes/auth.tsx'),
  route('app', 'routes/app.tsx', [
    index('routes/app._index.tsx'),
    route('overview', 'routes/app.overview.tsx'),
    route('suggestions/:id', 'routes/app.suggestions.$id.tsx'),
    route('bulk', 'routes/app.bulk.tsx'),
    route('bulk/:id', 'routes/app.bulk.$id.tsx'),
    route('activity', 'routes/app.activity.tsx'),
    route('deliveries', 'routes/app.deliveries.tsx'),
    route('health', 'routes/app.health.tsx'),
    route('settings', 'routes/app.settings.tsx'),
    route('settings/messages', 'routes/app.settings.messages.tsx'),
    route('settings/return-policy', 'routes/app.settings.return-policy.tsx'),
    route('settings/connections', 'routes/app.settings.connections.tsx'),
    route('settings/policy/:part', 'routes/app.settings.policy.$part.tsx'),
  ]),
  // For other programs, by the shop's token.
  route('api/messages', 'routes/api.messages.tsx'),
  route('api/parcel-events', 'routes/api.parcel-events.tsx'),
  // For tracking services, by their signatures.
  route('api/carriers/:service/:hook', 'routes/api.carriers.$service.$hook.tsx'),
  // For buyers: from their account by its token, and by a signed link without one.
  route('api/buyer/reports', 'routes/api.buyer.reports.tsx'),
  route('report/:link', 'routes/report.$link.tsx'),
  // Outside of the layout: a file, and what answers JSON.
  route('app/activity/export.csv', 'routes/app.activity.export.tsx'),
  route('app/suggestions/:id/decision', 'routes/app.suggestions.$id.decision.tsx'),
  route('app/suggestions/:id/evidence.pdf', 'routes/app.suggestions.$id.evidence.tsx'),
  route('app/photos/:id', 'routes/app.photos.$id.tsx'),
  route('app/suggestions/:id/price', 'routes/app.suggestions.$id.price.tsx'),
  route('app/suggestions/:id/close', 'routes/app.suggestions.$id.close.tsx'),
  route('app/suggestions/:id/carrier-answer', 'routes/app.suggestions.$id.carrier-answer.tsx'),
  route('app/overview/export', 'routes/app.overview.export.tsx'),
  route('app/overview/guide', 'routes/app.overview.guide.tsx'),
  route('app/views', 'routes/app.views.tsx'),
  route('app/bulk/start', 'routes/app.bulk.start.tsx'),
  route('app/bulk/:id/steer', 'routes/app.bulk.$id.steer.tsx'),
  route('app/settings/policy', 'routes/app.settings.policy.tsx'),
  route('app/settings/return-policy/published', 'routes/app.settings.return-policy.published.tsx'),
  route('app/settings/api-token', 'routes/app.settings.api-token.tsx'),
  route('app/settings/carriers', 'routes/app.settings.carriers.tsx'),
  route('app/settings/digest', 'routes/app.settings.digest.tsx'),
  route('app/settings/preview', 'routes/app.settings.preview.tsx'),
  route('app/settings/forget-readings', 'routes/app.settings.forget-readings.tsx'),
  route('app/deliveries/:id/replay', 'routes/app.deliveries.$id.replay.tsx'),
  // For the extensions on an order's page in the admin, by the merchant's session token.
  route('extension/order', 'routes/extension.order.tsx'),
  route('extension/suggestions/:id/decision', 'routes/extension.suggestions.$id.decision.tsx'),
  route('extension/suggestions/:id/price', 'routes/extension.suggestions.$id.price.tsx'),
  // For Flow's actions, signed by Shopify.
  route('flow/assess-order', 'routes/flow.assess-order.tsx'),
  route('flow/approve-suggestion', 'routes/flow.approve-suggestion.tsx'),
  route('flow/dismiss-suggestion', 'routes/flow.dismiss-suggestion.tsx'),
  route('flow/carrier-answer', 'routes/flow.carrier-answer.tsx'),
] satisfies RouteConfig;
