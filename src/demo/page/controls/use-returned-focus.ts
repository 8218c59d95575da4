import { useLayoutEffect } from 'preact/hooks';

/** When the component that calls it goes, the focus returns to what had it when it came. */
export function useReturnedFocus(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
