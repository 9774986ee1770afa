import { useLocation, useNavigation } from '@remix-run/react';
import { Card, SkeletonBodyText, SkeletonPage } from '@shopify/polaris';
import { useEffect, useState, type ReactNode } from 'react';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { useWords } from './words-context.tsx';

/** Long enough that a page which comes quickly never blinks. */
const patienceMs = 250;

/** The page; the shape of a page while another one is long in coming. */
export function PendingPage({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { location } = useNavigation();
  const here = useLocation().pathname;
  const goingTo = location && location.pathname !== here ? location.pathname : null;
  const isLate = useLate(goingTo);
  if (!isLate) return children;
  return (
    <div role="status" aria-label={t('loading')}>
      {goingTo === '/app/overview' ? (
        <OverviewSkeleton />
      ) : (
        <SkeletonPage
          title={t('loading')}
          backAction={goingTo !== '/app'}
          fullWidth={goingTo === '/app'}
        >
          {[3, 6, 6].map((lines, index) => (
            <Card key={index}>
              <SkeletonBodyText lines={lines} />
            </Card>
          ))}
        </SkeletonPage>
      )}
    </div>
  );
}

function useLate(goingTo: string | null): boolean {
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    if (goingTo === null) return undefined;
    const timer = setTimeout(() => {
      setLate(goingTo);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(null);
    };
  }, [goingTo]);
  return late !== null && late === goingTo;
}
