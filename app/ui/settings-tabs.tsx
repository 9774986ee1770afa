import { Link } from '@remix-run/react';
import { settingsParts, type SettingsPart } from '../domain/policy/policy-parts.ts';
import styles from './queue-tabs.module.css';
import { settingsPath } from './settings-url.ts';
import { useWords } from './words-context.tsx';

/** Links, since each page of the settings has an address. */
export function SettingsTabs({ part }: { readonly part: SettingsPart }) {
  const { t } = useWords();
  return (
    <nav aria-label={t('settings.parts')}>
      <ul className={styles['tabs']}>
        {settingsParts.map((each) => (
          <li key={each}>
            <Link to={settingsPath(each)} {...(each === part ? { 'aria-current': 'page' } : {})}>
              {t(`settings.part.${each}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
