import { useWords } from './words-context.tsx';
import styles from './plain-page.module.css';

/** For somebody who came by the app's own address. */
export function OutsidePage() {
  const { t } = useWords();
  return (
    <main className={styles['page']}>
      <h1>{t('app.name')}</h1>
      <p>{t('outside.what')}</p>
      <p>{t('outside.where')}</p>
    </main>
  );
}
