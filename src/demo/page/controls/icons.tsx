import type { ComponentChildren, JSX } from 'preact';

function Icon({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** One path, in a square of 20. */
const drawn = (path: string) => (): JSX.Element => (
  <Icon>
    <path d={path} />
  </Icon>
);

export const MoreIcon = (): JSX.Element => (
  <svg class="icon" viewBox="0 0 20 20" width="18" height="18" fill="currentColor" aria-hidden="true">
    <circle cx="4.5" cy="10" r="1.6" />
    <circle cx="10" cy="10" r="1.6" />
    <circle cx="15.5" cy="10" r="1.6" />
  </svg>
);
export const ThreadIcon = drawn('M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z M6.8 7.8h6.4 M6.8 10.4h4');
export const CloseIcon = drawn('M5 5l10 10 M15 5L5 15');
export const ListIcon = drawn('M3.5 5.5h13 M3.5 10h13 M3.5 14.5h13');
export const EyeIcon = drawn(
  'M2.5 10c2-3.6 4.5-5 7.5-5s5.5 1.4 7.5 5c-2 3.6-4.5 5-7.5 5s-5.5-1.4-7.5-5z M10 7.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z',
);
export const HashIcon = drawn('M8 3.5L6.5 16.5 M13.5 3.5L12 16.5 M4 7.5h12.5 M3.5 12.5h12.5');
export const SharedIcon = drawn('M4 6.5h6v6H4z M10 9.5h6v6h-6z');
export const SendIcon = drawn('M3.5 10L16.5 4l-4 12.5-3-5.5z M9.5 11l3-3');
export const ClipIcon = drawn('M14.5 9.5l-5 5a3 3 0 0 1-4.3-4.3l6-6a2 2 0 0 1 2.9 2.9l-6 6a1 1 0 0 1-1.4-1.4l5-5');
export const FileIcon = drawn('M5.5 3h6l3.5 3.5V17h-9.5z M11.5 3v3.5H15 M8 10h4.5 M8 13h4.5');
export const CodeIcon = drawn('M7 5.5L2.8 10L7 14.5 M13 5.5l4.2 4.5L13 14.5');
export const MoonIcon = drawn('M16 11.8A6.6 6.6 0 0 1 8.2 4a6.6 6.6 0 1 0 7.8 7.8z');
export const SunIcon = drawn(
  'M10 6.8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4z M10 2v1.8 M10 16.2V18 M2 10h1.8 M16.2 10H18 M4.4 4.4l1.2 1.2 M14.4 14.4l1.2 1.2 M15.6 4.4l-1.2 1.2 M5.6 14.4l-1.2 1.2',
);
export const KeysIcon = drawn('M2.5 5.5h15v9h-15z M5.5 8.5h.01 M8.5 8.5h.01 M11.5 8.5h.01 M14.5 8.5h.01 M6.5 11.8h7');
export const PictureIcon = drawn('M3 4.5h14v11H3z M3 13l4-4 3.5 3.5L13 10l4 3.5 M12.8 7.5h.01');
export const ChevronIcon = drawn('M6 8l4 4 4-4');
export const AddIcon = drawn('M4.5 3.5h7l4 4v9h-11z M10 8.5v5 M7.5 11h5');
export const CopyIcon = drawn('M7 7h9v9H7z M4 13V4h9');
