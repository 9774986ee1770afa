import { useNavigate, useNavigation } from '@remix-run/react';
import { Select, TextField, type SelectProps } from '@shopify/polaris';
import {
  activityGroups,
  kindsOfGroup,
  type ActivityPage,
  type ActivityQuery,
} from '../domain/activity.ts';
import styles from './activity-filters.module.css';
import {
  activityQueryOf,
  activityUrl,
  actorOf,
  changedActivity,
  dateOf,
  kindOf,
} from './activity-url.ts';
import { actorWords } from './audit-words.ts';
import { codeWords } from './code-words.ts';
import { QueueSearch } from './queue-search.tsx';
import { useAsked } from './use-asked.ts';
import { useTyped } from './use-typed.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

type Staff = ActivityPage['staff'];
type Options = NonNullable<SelectProps['options']>;

/** What happened, whose doing it was, when, and to which order; all of it is in the page's address. */
export function ActivityFilters({
  query: shown,
  staff,
}: {
  readonly query: ActivityQuery;
  readonly staff: Staff;
}) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const { location: goingTo } = useNavigation();
  // A second filter may be chosen while the page with the first one is still on its way.
  const query =
    goingTo?.pathname === '/app/activity'
      ? activityQueryOf(new URLSearchParams(goingTo.search))
      : shown;
  const ask = useAsked(query, (asked) => {
    navigate(activityUrl(asked), { preventScrollReset: true });
  });
  const change = (changes: Partial<ActivityQuery>) => {
    ask((before) => changedActivity(before, changes));
  };
  return (
    <div className={styles['filters']}>
      <div className={styles['search']}>
        <QueueSearch search={query.search} onSearch={(search) => change({ search })} />
      </div>
      <Select
        label={t('activity.what')}
        options={kindOptions(words)}
        value={query.kind ?? ''}
        onChange={(value) => {
          change({ kind: kindOf(value) });
        }}
      />
      <Select
        label={t('activity.who')}
        options={actorOptions(query, staff, words)}
        value={query.actor ?? ''}
        onChange={(value) => {
          change({ actor: actorOf(value) });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <DateField
          key={end}
          label={t(`activity.${end}`)}
          date={query[end]}
          onDate={(date) => {
            change({ [end]: date });
          }}
        />
      ))}
    </div>
  );
}

/** Every kind of event in its group, after the group as a whole. */
function kindOptions(words: Words): Options {
  const { t } = words;
  return [
    { value: '', label: t('filter.any') },
    ...activityGroups.map((group) => ({
      title: t(`activity.group.${group}`),
      options: [
        { value: group, label: t(`activity.whole-group.${group}`) },
        ...kindsOfGroup(group).map((kind) => ({
          value: kind,
          label: codeWords('audit', kind, words),
        })),
      ],
    })),
  ];
}

/** Whoever is chosen is among them, even when nothing of theirs is in the trail. */
function actorOptions({ actor }: ActivityQuery, staff: Staff, words: Words): Options {
  const { t } = words;
  const isListed = actor === null || actor === 'system' || actor === 'people';
  const members = isListed || staff.includes(actor) ? staff : [...staff, actor];
  return [
    { value: '', label: t('filter.any') },
    { value: 'system', label: actorWords('system', words) },
    { value: 'people', label: t('activity.people') },
    ...(members.length === 0
      ? []
      : [
          {
            title: t('activity.staff'),
            options: members.map((member) => ({
              value: member,
              label: actorWords(member, words),
            })),
          },
        ]),
  ];
}

function DateField({
  label,
  date,
  onDate,
}: {
  readonly label: string;
  readonly date: string | null;
  readonly onDate: (date: string | null) => void;
}) {
  const { text, type } = useTyped({ value: date, read: dateOf, onChange: onDate });
  return (
    <TextField
      label={label}
      type="date"
      autoComplete="off"
      value={text}
      onChange={(typed) => {
        type(typed);
      }}
    />
  );
}
