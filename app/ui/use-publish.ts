import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import { conflictKey, isContrary, type LawConflict } from '../domain/published/conflicts.ts';
import type { BuyerLanguage } from '../locales/load-return-policy.ts';
import { requestScopes, showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postPublish, readPublished } from './ask-server.ts';
import type { PublishNews, PublishedAnswer } from './published-policy.ts';
import { useWords } from './words-context.tsx';

export type Publish = ReturnType<typeof usePublish>;

/** The conversation about publishing: what stands there, what was agreed to, and what came of it. */
export function usePublish({
  language,
  version,
  conflicts,
}: {
  readonly language: BuyerLanguage;
  readonly version: number;
  readonly conflicts: readonly LawConflict[];
}) {
  const { t } = useWords();
  const announce = useAnnounce();
  const { revalidate } = useRevalidator();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  /** Null while it is being read. */
  const [standing, setStanding] = useState<PublishedAnswer | null>(null);
  const [news, setNews] = useState<PublishNews | null>(null);
  const [isAgreed, setIsAgreed] = useState(false);
  const contrary = conflicts.filter(isContrary);

  const read = async () => {
    setStanding(null);
    setStanding((await readPublished()) ?? { outcome: 'unreachable' });
  };
  const say = (told: PublishNews) => {
    setNews(told);
    announce(t(`return-policy.outcome.${told}`));
  };
  const ask = async () => {
    const granted = await requestScopes(['write_legal_policies']);
    if (granted) await read();
    else say('declined');
  };
  const send = async (replaces: string) => {
    const agreed = isAgreed ? contrary.map(conflictKey).join(' ') : '';
    const answer = await postPublish({ language, version, replaces, agreed });
    const outcome = answer?.outcome ?? 'no-answer';
    if (outcome === 'published') {
      setIsOpen(false);
      announce(t('return-policy.outcome.published'));
      showToast(t('return-policy.outcome.published'));
      return;
    }
    say(outcome === 'unreadable' ? 'unreachable' : outcome);
    setIsAgreed(false);
    revalidate();
    await read();
  };
  const next = async () => {
    setNews(null);
    switch (standing?.outcome) {
      case 'read':
        return send(standing.policy?.updatedAt ?? '');
      case 'no-access':
        return ask();
      default:
        return read();
    }
  };

  return {
    ...{ isOpen, isBusy, standing, news, isAgreed, setIsAgreed, contrary },
    mayPublish: contrary.length === 0 || isAgreed,
    open: () => {
      setIsOpen(true);
      setNews(null);
      setIsAgreed(false);
      void read();
    },
    close: () => {
      setIsOpen(false);
    },
    goOn: () => {
      setIsBusy(true);
      void next().finally(() => {
        setIsBusy(false);
      });
    },
  };
}
