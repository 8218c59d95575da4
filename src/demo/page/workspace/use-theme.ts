import { useEffect, useState } from 'preact/hooks';

export type Theme = 'light' | 'dark';

const KEPT = 'zhibi-theme';

/** Light or dark: what the system says, until the person has chosen. */
export function useTheme(given?: Theme): { isDark: boolean; toggle(): void } {
  const [chosen, setChosen] = useState<Theme | null>(() => given ?? keptTheme());
  const [systemIsDark, setSystemIsDark] = useState(() => darkSystem().matches);
  useEffect(() => {
    const system = darkSystem();
    const follow = (): void => setSystemIsDark(system.matches);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  useEffect(() => {
    if (chosen === null) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = chosen;
  }, [chosen]);
  const isDark = chosen === null ? systemIsDark : chosen === 'dark';
  const toggle = (): void => {
    const next = isDark ? 'light' : 'dark';
    localStorage.setItem(KEPT, next);
    setChosen(next);
  };
  return { isDark, toggle };
}

const darkSystem = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function keptTheme(): Theme | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : null;
}
