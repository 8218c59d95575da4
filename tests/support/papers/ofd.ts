import { zipOf } from '../word.ts';

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
/** In millimetres. */
const [WIDTH, HEIGHT, LEFT, TOP, ROW, SIZE] = [210, 297, 28, 40, 10, 5.6];

const escaped = (words: string): string => words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A document of GB/T 33190-2016: pages of lines of text, one text object a line; an empty line leaves a gap. */
export function ofdOf(pages: readonly (readonly string[])[]): Uint8Array {
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 10}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  const box = `<ofd:PageArea><ofd:PhysicalBox>0 0 ${WIDTH} ${HEIGHT}</ofd:PhysicalBox></ofd:PageArea>`;
  return zipOf({
    'OFD.xml': `${HEAD}<ofd:OFD ${NAMESPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${HEAD}<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>${box}<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    'Doc_0/PublicRes.xml': `${HEAD}<ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="仿宋"/></ofd:Fonts></ofd:Res>`,
    ...Object.fromEntries(pages.map((lines, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, contentOf(lines, i)])),
  });
}

function contentOf(lines: readonly string[], page: number): string {
  const objects = lines.map((line, i) => {
    // An ideographic space takes the width of a character and has no glyph: typesetters move the line instead.
    const words = line.trimStart();
    const x = LEFT + (line.length - words.length) * SIZE;
    const length = [...words].length;
    return words === ''
      ? ''
      : `<ofd:TextObject ID="${100 * (page + 1) + i}" Boundary="${x.toFixed(1)} ${TOP + i * ROW} ${(length * SIZE).toFixed(1)} ${SIZE + 1}" Font="3" Size="${SIZE}"><ofd:TextCode X="0" Y="${SIZE}" DeltaX="g ${Math.max(1, length - 1)} ${SIZE}">${escaped(words)}</ofd:TextCode></ofd:TextObject>`;
  });
  return `${HEAD}<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="${page + 50}">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
}
