import { useLocation, useNavigation } from '@remix-run/react';
import { Card, SkeletonBodyText, SkeletonPage } from '@shopify/polaris';
import { useEffect, useState, type ReactNode } from 'react';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { queuePath } from './queue-url.ts';
import { useLanguage, useWords } from './words-context.tsx';

/** Long enough that a page which comes quickly never blinks. */
const patienceMs = 250;

/** The page; the shape of a page while another one is long in coming. Every page but the queue waits for its words. */
export function PendingPage({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { fetchOtherWords, WithOtherWords } = useLanguage();
  const { location } = useNavigation();
  const here = useLocation().pathname;
  const goingTo = location && location.pathname !== here ? location.pathname : null;
  const isLate = useLate(goingTo);
  useEffect(() => {
    // Beside the page's data; that they could not be fetched is shown where they are needed.
    if (goingTo !== null && goingTo !== queuePath) fetchOtherWords().catch(() => undefined);
  }, [goingTo, fetchOtherWords]);
  if (!isLate) return here === queuePath ? children : <WithOtherWords>{children}</WithOtherWords>;
  return (
    <div role="status" aria-label={t('loading')}>
      {goingTo === '/app/overview' ? (
        <OverviewSkeleton />
      ) : (
        <SkeletonPage
          title={t('loading')}
          backAction={goingTo !== queuePath}
          fullWidth={goingTo === queuePath}
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
