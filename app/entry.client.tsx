import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { languages } from './locales/load-words.ts';
import { languageOfTag } from './ui/language.ts';
import { queuePath } from './ui/queue-url.ts';
import { LanguageProvider, loadLanguage } from './ui/words-context.tsx';

/** The document says in which language the server wrote it. */
const language = languageOfTag(document.documentElement.lang) ?? languages[0];
const loaded = await loadLanguage(language, location.pathname === queuePath ? 'first' : 'all');
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <LanguageProvider loaded={loaded}>
        <RemixBrowser />
      </LanguageProvider>
    </StrictMode>,
  );
});
