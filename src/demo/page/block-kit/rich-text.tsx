import type { ComponentChildren, JSX } from 'preact';
import { useSurroundings } from '../surroundings.ts';
import { readMrkdwn } from './mrkdwn.ts';
import { safeUrl } from './safe-url.ts';
import type { Inline, RichTextElement, Style, TextObject } from './schema.ts';
import { UnknownBox } from './unknown-box.tsx';

export function RichText({ elements }: { elements: readonly RichTextElement[] }): JSX.Element {
  return (
    <div class="rich-text">
      {elements.map((element, i) => (
        <Element key={i} element={element} />
      ))}
    </div>
  );
}

function Element({ element }: { element: RichTextElement }): JSX.Element {
  switch (element.type) {
    case 'rich_text_section':
      return (
        <div class="rich-section">
          <Inlines elements={element.elements} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Inlines elements={element.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Inlines elements={element.elements} />
        </pre>
      );
    case 'rich_text_list':
      return <List list={element} />;
    case 'unknown':
      return <UnknownBox name={element.name} json={element.json} />;
  }
}

/** What a list counts with, by how deep it is indented. */
const COUNTERS = ['decimal', 'lower-alpha', 'lower-roman'];
const BULLETS = ['disc', 'circle', 'square'];

function List({ list }: { list: Extract<RichTextElement, { type: 'rich_text_list' }> }): JSX.Element {
  const indent = list.indent ?? 0;
  const items = list.elements.map((item, i) => (
    <li key={i}>
      <Inlines elements={item.elements} />
    </li>
  ));
  const kinds = list.style === 'ordered' ? COUNTERS : BULLETS;
  const style = { '--indent': indent, listStyleType: kinds[indent % kinds.length] ?? 'disc' };
  if (list.style === 'bullet') return <ul style={style}>{items}</ul>;
  return (
    <ol style={style} start={(list.offset ?? 0) + 1}>
      {items}
    </ol>
  );
}

function Inlines({ elements }: { elements: readonly Inline[] }): JSX.Element {
  return (
    <>
      {elements.map((element, i) => (
        <InlineElement key={i} element={element} />
      ))}
    </>
  );
}

function InlineElement({ element }: { element: Inline }): JSX.Element {
  const { personName, channelName, texts } = useSurroundings();
  switch (element.type) {
    case 'text':
      return styled(element.text, element.style);
    case 'link':
      return styled(<Link url={element.url} text={element.text} />, element.style);
    case 'user':
      return styled(<span class="mention">@{personName(element.user_id)}</span>, element.style);
    case 'channel':
      return styled(<span class="mention">#{channelName(element.channel_id)}</span>, element.style);
    case 'broadcast':
      return <span class="mention mention-loud">@{texts.everyone}</span>;
    case 'emoji':
      return <>{emojiOf(element.unicode) ?? `:${element.name}:`}</>;
    case 'date':
      return <>{element.fallback ?? new Date(element.timestamp * 1000).toLocaleDateString(texts.lang)}</>;
    case 'unknown':
      return <span class="unknown-inline">{element.name}</span>;
  }
}

function Link({ url, text }: { url: string; text: string | undefined }): JSX.Element {
  const safe = safeUrl(url);
  if (safe === null) return <>{text ?? url}</>;
  return (
    <a href={safe} target="_blank" rel="noreferrer">
      {text ?? url}
    </a>
  );
}

function styled(content: ComponentChildren, style: Style): JSX.Element {
  let drawn = <>{content}</>;
  if (style?.code === true) drawn = <code>{drawn}</code>;
  if (style?.bold === true) drawn = <strong>{drawn}</strong>;
  if (style?.italic === true) drawn = <em>{drawn}</em>;
  if (style?.strike === true) drawn = <s>{drawn}</s>;
  if (style?.underline === true) drawn = <u>{drawn}</u>;
  return drawn;
}

/** `1f600-1f3fd` to the characters. */
function emojiOf(unicode: string | undefined): string | null {
  if (unicode === undefined || !/^[0-9a-f]{1,5}(?:-[0-9a-f]{1,5})*$/i.test(unicode)) return null;
  return unicode.split('-').reduce((emoji, unit) => emoji + String.fromCodePoint(Number.parseInt(unit, 16)), '');
}

/** A text object: plain as it is, mrkdwn read. */
export function TextOf({ text }: { text: TextObject }): JSX.Element {
  if (text.type === 'plain_text') return <span class="plain">{text.text}</span>;
  return <RichText elements={readMrkdwn(text.text)} />;
}
