import { useNavigate, useRevalidator } from '@remix-run/react';
import { Button, Select } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { QueueQuery } from '../domain/queue.ts';
import { mostViews, type SavedView } from '../domain/saved-view.ts';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { postView } from './ask-server.ts';
import { isFiltered, queueParams, queueQueryOf, queueUrl, withoutFilters } from './queue-url.ts';
import type { ViewAsked, ViewResult } from './view-asked.ts';
import { ViewDeletion, ViewNameForm } from './view-forms.tsx';
import { useWords } from './words-context.tsx';
import styles from './queue-views.module.css';

/** The shop's saved views: chosen from a list, and the current filters are saved as one more. */
export function QueueViews({
  query,
  views,
}: {
  readonly query: QueueQuery;
  readonly views: readonly SavedView[];
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const announce = useAnnounce();
  const [open, setOpen] = useState<ViewAsked['intent'] | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [refused, setRefused] = useState<ViewResult['outcome'] | null>(null);
  const place = useFocusBack(open !== null);
  const params = queueParams({ ...query, after: null });
  const current = views.find((view) => view.params === params);
  const isSavable = !current && (isFiltered(query) || query.sort !== 'act-by');
  const show = (form: ViewAsked['intent'] | null) => {
    setOpen(form);
    setRefused(null);
  };
  const ask = async (asked: ViewAsked) => {
    setIsAsking(true);
    const answer: ViewResult = (await postView(asked)) ?? { outcome: 'no-answer' };
    setIsAsking(false);
    const said = t(`views.outcome.${answer.outcome}`, { most: mostViews });
    announce(said);
    const isDone = ['saved', 'renamed', 'deleted'].includes(answer.outcome);
    if (isDone) {
      showToast(said);
      show(null);
    } else setRefused(answer.outcome);
    revalidate();
  };
  if (views.length === 0 && !isSavable && open === null) return null;
  const error = refused && t(`views.outcome.${refused}`, { most: mostViews });
  return (
    <div ref={place} className={styles['views']}>
      {views.length > 0 && (
        <Select
          label={t('views.label')}
          labelInline
          options={[
            { value: '', label: t('views.none') },
            ...views.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={current?.id ?? ''}
          onChange={(chosen) => {
            const view = views.find(({ id }) => id === chosen);
            show(null);
            navigate(
              queueUrl(
                view ? queueQueryOf(new URLSearchParams(view.params)) : withoutFilters(query),
              ),
            );
          }}
        />
      )}
      {open === null && isSavable && (
        <Button
          onClick={() => {
            show('save');
          }}
        >
          {t('views.save')}
        </Button>
      )}
      {open === null && current && (
        <>
          <Button
            onClick={() => {
              show('rename');
            }}
          >
            {t('views.rename')}
          </Button>
          <Button
            onClick={() => {
              show('delete');
            }}
          >
            {t('views.delete')}
          </Button>
        </>
      )}
      {open === 'save' && (
        <ViewNameForm
          name=""
          isBusy={isAsking}
          error={error}
          onName={(name) => void ask({ intent: 'save', name, params })}
          onCancel={() => {
            show(null);
          }}
        />
      )}
      {open === 'rename' && current && (
        <ViewNameForm
          name={current.name}
          isBusy={isAsking}
          error={error}
          onName={(name) => void ask({ intent: 'rename', id: current.id, name })}
          onCancel={() => {
            show(null);
          }}
        />
      )}
      {open === 'delete' && current && (
        <ViewDeletion
          name={current.name}
          isBusy={isAsking}
          error={error}
          onDelete={() => void ask({ intent: 'delete', id: current.id })}
          onCancel={() => {
            show(null);
          }}
        />
      )}
    </div>
  );
}

/** A form that closes leaves the keyboard's place at what is beside it. */
function useFocusBack(isOpen: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (wasOpen.current && !isOpen && isLost) {
      place.current?.querySelector<HTMLElement>('select, button')?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  return place;
}
