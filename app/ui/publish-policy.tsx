import { Button, Modal } from '@shopify/polaris';
import type { LawConflict } from '../domain/published/conflicts.ts';
import type { BuyerLanguage } from '../locales/load-return-policy.ts';
import { PublishPolicySections } from './publish-policy-sections.tsx';
import { usePublish } from './use-publish.ts';
import { useWords } from './words-context.tsx';

/** Writes the text into the shop's refund policy, once the merchant has seen what would be lost and what the law says. */
export function PublishPolicy(wish: {
  readonly language: BuyerLanguage;
  /** The settings' that the text follows. */
  readonly version: number;
  readonly conflicts: readonly LawConflict[];
}) {
  const { t } = useWords();
  const publish = usePublish(wish);
  const { standing } = publish;
  const isFirst = standing?.outcome === 'read' && standing.policy === null;
  return (
    <>
      <Button variant="primary" onClick={publish.open}>
        {t('return-policy.publish')}
      </Button>
      <Modal
        open={publish.isOpen}
        onClose={publish.close}
        title={t(isFirst ? 'return-policy.sure-first' : 'return-policy.sure-replace')}
        primaryAction={{
          content: t(`return-policy.${isFirst ? 'write' : nextOf[standing?.outcome ?? 'read']}`),
          // What a policy that is replaced said is gone.
          destructive: standing?.outcome === 'read' && !isFirst,
          disabled: standing === null || (standing.outcome === 'read' && !publish.mayPublish),
          loading: publish.isBusy,
          onAction: publish.goOn,
        }}
        secondaryActions={[{ content: t('return-policy.keep'), onAction: publish.close }]}
      >
        <PublishPolicySections language={wish.language} publish={publish} />
      </Modal>
    </>
  );
}

/** What the button does next, by what is known of the text that stands there. */
const nextOf = { read: 'replace', 'no-access': 'grant', unreachable: 'read-again' } as const;
