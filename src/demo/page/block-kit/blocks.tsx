import type { JSX } from 'preact';
import { ElementOf, Picture } from './elements.tsx';
import { InputBlock } from './input-block.tsx';
import type { UnknownBlock } from './read-blocks.ts';
import { RichText, TextOf } from './rich-text.tsx';
import type { DrawnBlock } from './schema.ts';
import { TableBlock } from './table.tsx';
import { UnknownBox } from './unknown-box.tsx';

interface BlocksProps {
  blocks: readonly (DrawnBlock | UnknownBlock)[];
  /** What is wrong with inputs, by `block_id`. */
  errors?: Readonly<Record<string, string>>;
}

export function Blocks({ blocks, errors = {} }: BlocksProps): JSX.Element {
  return (
    <div class="blocks">
      {blocks.map((block, i) => (
        <div key={`${block.block_id} ${i}`} class={`block block-${block.type}`}>
          <BlockOf block={block} error={errors[block.block_id]} />
        </div>
      ))}
    </div>
  );
}

function BlockOf({ block, error }: { block: DrawnBlock | UnknownBlock; error: string | undefined }): JSX.Element {
  switch (block.type) {
    case 'header':
      return <h3>{block.text.text}</h3>;
    case 'rich_text':
      return <RichText elements={block.elements} />;
    case 'section':
      return <Section block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return <Actions block={block} />;
    case 'divider':
      return <hr />;
    case 'image':
      return <Figure block={block} />;
    case 'table':
      return <TableBlock table={block} />;
    case 'input':
      return <InputBlock input={block} error={error} />;
    case 'unknown':
      return <UnknownBox name={block.name} json={block.json} />;
  }
}

type Block<Type extends DrawnBlock['type']> = { block: Extract<DrawnBlock, { type: Type }> };

function Section({ block: { block_id, text, fields, accessory } }: Block<'section'>): JSX.Element {
  return (
    <>
      <div class="section-words">
        {text !== undefined && <TextOf text={text} />}
        {fields !== undefined && (
          <div class="fields">
            {fields.map((field, i) => (
              <div key={i}>
                <TextOf text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory !== undefined && (
        <div class="accessory">
          <ElementOf element={accessory} blockId={block_id} />
        </div>
      )}
    </>
  );
}

function Context({ block }: Block<'context'>): JSX.Element {
  return (
    <>
      {block.elements.map((element, i) => {
        if (element.type === 'image') return <Picture key={i} alt={element.alt_text} isSmall />;
        if (element.type === 'unknown') return <UnknownBox key={i} name={element.name} json={element.json} />;
        return <TextOf key={i} text={element} />;
      })}
    </>
  );
}

function Actions({ block }: Block<'actions'>): JSX.Element {
  return (
    <>
      {block.elements.map((element, i) => (
        <ElementOf key={i} element={element} blockId={block.block_id} />
      ))}
    </>
  );
}

function Figure({ block }: Block<'image'>): JSX.Element {
  return (
    <figure>
      {block.title !== undefined && <figcaption>{block.title.text}</figcaption>}
      <Picture alt={block.alt_text} />
    </figure>
  );
}
