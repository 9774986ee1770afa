import { Button } from '@shopify/polaris';
import { showToast } from './admin-frame.ts';
import { useAnnounce } from './announcer.tsx';
import { useWords } from './words-context.tsx';

/** Copies a text, and says whether that went well. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const say = (key: string) => {
    showToast(t(key));
    announce(t(key));
  };
  return (
    <div>
      <Button
        onClick={() => {
          // The admin's frame may forbid it: the text can still be marked and copied by hand.
          navigator.clipboard.writeText(text).then(
            () => {
              say('inquiry.copied');
            },
            () => {
              say('inquiry.copy-by-hand');
            },
          );
        }}
      >
        {label}
      </Button>
    </div>
  );
}
