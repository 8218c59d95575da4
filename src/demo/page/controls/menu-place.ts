const GAP = 4;
const MARGIN = 8;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

/** Where a menu goes, in pixels of the window: below its button or above, wherever it fits, and never over the edge. */
export function menuPlace(button: Box, menu: Size, window: Size): { left: number; top: number } {
  const fitsBelow = button.bottom + GAP + menu.height + MARGIN <= window.height;
  const top = fitsBelow ? button.bottom + GAP : button.top - GAP - menu.height;
  const fitsRight = button.left + menu.width + MARGIN <= window.width;
  const left = fitsRight ? button.left : button.right - menu.width;
  return {
    left: Math.max(MARGIN, Math.min(left, window.width - menu.width - MARGIN)),
    top: Math.max(MARGIN, Math.min(top, window.height - menu.height - MARGIN)),
  };
}
