import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReportAnswer } from '../../../app/ui/report-answer.ts';
import { readReports, sendReport, type AskedReports, type BuyerHost } from './ask-reports.ts';
import { emptyForm, formDataOf, type ReportForm } from './report-form.ts';

/** What of a buyer's account the form needs. */
export interface ReportHost extends BuyerHost {
  readonly i18n: {
    readonly translate: (key: string, params?: Readonly<Record<string, string | number>>) => string;
    readonly formatDate: (date: Date) => string;
  };
}

const problems = [
  ...['damaged', 'missing-items', 'not-as-described', 'not-received', 'late', 'changed-mind'],
  ...['health', 'safety', 'other'],
] as const;
const wishes = ['refund', 'replacement', 'store-credit', 'no-preference'] as const;

/** Earlier reports of an order, and the form of another one. */
export function ReportProblem({
  host,
  orderId,
  isOpen,
}: {
  readonly host: ReportHost;
  readonly orderId: string;
  /** Where the buyer asked for the form already. */
  readonly isOpen: boolean;
}) {
  const t = host.i18n.translate;
  const [known, setKnown] = useState<ReportAnswer | null>(null);
  const [refused, setRefused] = useState<Extract<AskedReports, { outcome: 'refused' }> | null>(
    null,
  );
  const [news, setNews] = useState<'sent' | 'taken-back' | null>(null);
  const [form, setForm] = useState<ReportForm | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  const take = useCallback((asked: AskedReports): boolean => {
    setRefused(asked.outcome === 'refused' ? asked : null);
    if (asked.outcome === 'answered') setKnown(asked.answer);
    return asked.outcome === 'answered';
  }, []);
  const read = useCallback(async () => {
    setRefused(null);
    const asked = await readReports(host, orderId);
    take(asked);
    if (isOpen && asked.outcome === 'answered') setForm(emptyForm(asked.answer.order.lines));
  }, [host, orderId, isOpen, take]);
  useEffect(() => {
    void read();
  }, [read]);

  const send = async (body: FormData, done: 'sent' | 'taken-back') => {
    if (isAsking) return;
    setIsAsking(true);
    setNews(null);
    const isTaken = take(await sendReport(host, body));
    setIsAsking(false);
    if (!isTaken) return;
    setNews(done);
    if (done === 'sent') setForm(null);
  };
  const withdraw = (reportId: string) => {
    const body = new FormData();
    body.append('order', orderId);
    body.append('withdraw', reportId);
    void send(body, 'taken-back');
  };

  return (
    <s-stack gap="base">
      {news && <s-banner tone="success" heading={t(news)} />}
      {refused && <Refusal refused={refused} translate={t} again={known ? null : read} />}
      {!known && !refused && <s-spinner accessibilityLabel={t('form-in-account.loading')} />}
      {known && known.reports.length > 0 && (
        <s-stack gap="base">
          <s-heading>{t('earlier.title')}</s-heading>
          {known.reports.map((report) => (
            <Earlier
              key={report.id}
              report={report}
              host={host}
              isAsking={isAsking}
              withdraw={() => {
                withdraw(report.id);
              }}
            />
          ))}
        </s-stack>
      )}
      {known && !form && (
        <s-button
          onClick={() => {
            setNews(null);
            setForm(emptyForm(known.order.lines));
          }}
        >
          {t('form-in-account.open')}
        </s-button>
      )}
      {known && form && (
        <Form
          answer={known}
          form={form}
          isAsking={isAsking}
          translate={t}
          change={(changed) => {
            // Of what is there by then: two fields may change before the next drawing.
            setForm((now) => now && { ...now, ...changed(now) });
          }}
          send={() => void send(formDataOf(form, orderId), 'sent')}
        />
      )}
    </s-stack>
  );
}

type Translate = ReportHost['i18n']['translate'];

function Refusal({
  refused: { error, faults },
  translate: t,
  again,
}: {
  readonly refused: Extract<AskedReports, { outcome: 'refused' }>;
  readonly translate: Translate;
  readonly again: (() => Promise<void>) | null;
}) {
  if (faults.length > 0) {
    return (
      <s-banner tone="critical" heading={t('fault-title')}>
        <s-unordered-list>
          {faults.map((fault) => (
            <s-list-item key={fault}>{t(`fault.${fault}`)}</s-list-item>
          ))}
        </s-unordered-list>
      </s-banner>
    );
  }
  const isPhoto = error === 'photo-too-large';
  return (
    <s-banner tone="critical" heading={t(isPhoto ? `fault.${error}` : `refusal.${error}`)}>
      {again && <s-button onClick={() => void again()}>{t('form-in-account.again')}</s-button>}
    </s-banner>
  );
}

function Earlier({
  report: { at, problem, state, canWithdraw },
  host: { i18n },
  isAsking,
  withdraw,
}: {
  readonly report: ReportAnswer['reports'][number];
  readonly host: ReportHost;
  readonly isAsking: boolean;
  readonly withdraw: () => void;
}) {
  const t = i18n.translate;
  const date = i18n.formatDate(new Date(at));
  return (
    <s-stack gap="small-300">
      <s-stack direction="inline" gap="small">
        <s-text type="strong">{t(`problem.${problem}`)}</s-text>
        <s-badge>{t(`state.${state}`)}</s-badge>
      </s-stack>
      <s-text color="subdued">{t('earlier.at', { date })}</s-text>
      <s-text>{t(`next.${state}`)}</s-text>
      {canWithdraw && (
        <s-button
          variant="secondary"
          loading={isAsking}
          accessibilityLabel={t('earlier.withdraw-of', { problem: t(`problem.${problem}`), date })}
          onClick={withdraw}
        >
          {t('earlier.withdraw')}
        </s-button>
      )}
    </s-stack>
  );
}

function Form({
  answer: { order, limits },
  form,
  isAsking,
  translate: t,
  change,
  send,
}: {
  readonly answer: ReportAnswer;
  readonly form: ReportForm;
  readonly isAsking: boolean;
  readonly translate: Translate;
  readonly change: (changed: (now: ReportForm) => Partial<ReportForm>) => void;
  readonly send: () => void;
}) {
  return (
    <s-stack gap="base">
      <s-heading>{t('form')}</s-heading>
      <s-select
        label={t('problem.legend')}
        value={form.problem}
        onChange={({ currentTarget }) => {
          const { value: problem } = currentTarget;
          change(() => ({ problem }));
        }}
      >
        {problems.map((problem) => (
          <s-option key={problem} value={problem}>
            {t(`problem.${problem}`)}
          </s-option>
        ))}
      </s-select>
      {order.lines.length > 0 && (
        <s-stack gap="small">
          <s-text type="strong">{t('lines.legend')}</s-text>
          <s-text color="subdued">{t('lines.hint')}</s-text>
          {order.lines.map(({ id, title, quantity }) => (
            <s-number-field
              key={id}
              label={t('lines.quantity', { title, most: quantity })}
              min={0}
              max={quantity}
              value={form.quantities[id] ?? '0'}
              onChange={({ currentTarget }) => {
                const { value } = currentTarget;
                change(({ quantities }) => ({ quantities: { ...quantities, [id]: value } }));
              }}
            />
          ))}
        </s-stack>
      )}
      <s-text-area
        label={t('words.label')}
        rows={4}
        maxLength={limits.words}
        value={form.words}
        onChange={({ currentTarget }) => {
          const { value: words } = currentTarget;
          change(() => ({ words }));
        }}
      />
      <s-text color="subdued">{t('words.hint')}</s-text>
      <s-select
        label={t('wish.legend')}
        value={form.wish}
        onChange={({ currentTarget }) => {
          const { value: wish } = currentTarget;
          change(() => ({ wish }));
        }}
      >
        {wishes.map((wish) => (
          <s-option key={wish} value={wish}>
            {t(`wish.${wish}`)}
          </s-option>
        ))}
      </s-select>
      <s-drop-zone
        label={t('photos.label')}
        accept="image/jpeg,image/png,image/webp"
        multiple
        onChange={({ currentTarget }) => {
          // The element has them (https://shopify.dev/docs/apps/build/customer-accounts/migrate-to-web-components/drop-zone); its types don't.
          const { files } = currentTarget as { readonly files?: readonly File[] };
          change(({ photos }) => ({ photos: [...photos, ...Array.from(files ?? [])] }));
        }}
      />
      <s-text color="subdued">{t('photos.hint')}</s-text>
      {form.photos.map((photo, index) => (
        <s-stack key={index} direction="inline" gap="small">
          <s-text>{photo.name}</s-text>
          <s-button
            variant="secondary"
            onClick={() => {
              change(({ photos }) => ({ photos: photos.filter((other) => other !== photo) }));
            }}
          >
            {t('form-in-account.remove', { file: photo.name })}
          </s-button>
        </s-stack>
      ))}
      <s-button variant="primary" loading={isAsking} onClick={send}>
        {t('send')}
      </s-button>
    </s-stack>
  );
}
