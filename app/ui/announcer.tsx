import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import styles from './hidden.module.css';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says things to a screen reader, politely; the same words twice are said twice. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => {
    setSaid(({ turn }) => ({ text, turn: turn + 1 }));
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles['hidden']}>
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnounceContext.Provider>
  );
}

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
