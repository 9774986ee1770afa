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
    route('settings/policy/:part', 'routes/app.settings.policy.$part.tsx'),
  ]),
  // Outside of the layout: a file, and what answers JSON.
  route('app/activity/export.csv', 'routes/app.activity.export.tsx'),
  route('app/suggestions/:id/decision', 'routes/app.suggestions.$id.decision.tsx'),
  route('app/suggestions/:id/price', 'routes/app.suggestions.$id.price.tsx'),
  route('app/suggestions/:id/close', 'routes/app.suggestions.$id.close.tsx'),
  route('app/suggestions/:id/carrier-answer', 'routes/app.suggestions.$id.carrier-answer.tsx'),
  route('app/overview/export', 'routes/app.overview.export.tsx'),
  route('app/overview/guide', 'routes/app.overview.guide.tsx'),
  route('app/views', 'routes/app.views.tsx'),
  route('app/bulk/start', 'routes/app.bulk.start.tsx'),
  route('app/bulk/:id/steer', 'routes/app.bulk.$id.steer.tsx'),
  route('app/settings/policy', 'routes/app.settings.policy.tsx'),
  route('app/settings/preview', 'routes/app.settings.preview.tsx'),
  route('app/settings/forget-readings', 'routes/app.settings.forget-readings.tsx'),
  route('app/deliveries/:id/replay', 'routes/app.deliveries.$id.replay.tsx'),
] satisfies RouteConfig;
