import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** Files dropped on an element, and whether some are held over it. */
export function useDrop() {
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
      setDropped([...(event.dataTransfer?.files ?? [])]);
    },
  };
  return { dropped, isOver, handlers };
}
