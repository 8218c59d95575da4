/** A terminal of 80 columns without colours that remembers what was printed on it. */
export function recordingTerminal() {
  const printed = { out: '', error: '' };
  const terminal = {
    out: (text: string) => {
      printed.out += text;
    },
    error: (text: string) => {
      printed.error += text;
    },
    columns: 80,
    coloured: false,
  };
  return { terminal, printed };
}
