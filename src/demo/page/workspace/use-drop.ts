import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Marks where a dropped file joins the speeches. */
export const FOR_SPEECHES = { 'data-drop': 'speeches' } as const;

const isForSpeeches = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-drop="speeches"]') !== null;

/**
 * Files dropped on an element, and whether some are held over it.
 *
 * @param takeIn gets those that were dropped where {@link FOR_SPEECHES} stands
 */
export function useDrop(takeIn: (files: readonly File[]) => void) {
  const [dropped, setDropped] = useState<File[]>([]);
  const [isOver, setOver] = useState(false);
  // Moving over a child is told as entering it and leaving the parent.
  const depth = useRef(0);
  const enter = (by: 1 | -1): void => {
    depth.current += by;
    setOver(depth.current > 0);
  };
  const handlers = {
    onDragEnter: (event: JSX.TargetedDragEvent<HTMLElement>) => {
      if (event.dataTransfer?.types.includes('Files')) enter(1);
    },
    onDragLeave: () => {
      if (depth.current > 0) enter(-1);
    },
    onDragOver: (event: JSX.TargetedDragEvent<HTMLElement>) => event.preventDefault(),
    onDrop: (event: JSX.TargetedDragEvent<HTMLElement>) => {
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (isForSpeeches(event.target)) takeIn(files);
      else setDropped(files);
    },
  };
  return { dropped, isOver, handlers };
}

/** A file that is dropped beside what takes it would have the browser leave the page for it. */
export function useNoStrayDrop(): void {
  useEffect(() => {
    const ignore = (event: DragEvent): void => event.preventDefault();
    document.addEventListener('dragover', ignore);
    document.addEventListener('drop', ignore);
    return () => {
      document.removeEventListener('dragover', ignore);
      document.removeEventListener('drop', ignore);
    };
  }, []);
}
