import type { JSX } from 'preact';
import { RichText } from './rich-text.tsx';
import type { Cell, Table } from './schema.ts';
import { UnknownBox } from './unknown-box.tsx';

/** A table as Slack draws it: the first row is its head; wide ones scroll by themselves, by keyboard too. */
export function TableBlock({ table: { rows, column_settings } }: { table: Table }): JSX.Element {
  const classOf = (column: number): string => {
    const settings = column_settings?.[column];
    return `align-${settings?.align ?? 'left'}${settings?.is_wrapped === true ? ' wrapped' : ''}`;
  };
  const [head = [], ...body] = rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div class="table-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" class={classOf(column)}>
                <CellOf cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, i) => (
            <tr key={i}>
              {row.map((cell, column) => (
                <td key={column} class={classOf(column)}>
                  <CellOf cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellOf({ cell }: { cell: Cell }): JSX.Element {
  switch (cell.type) {
    case 'raw':
      return <span class="plain">{cell.text}</span>;
    case 'rich_text':
      return <RichText elements={cell.elements} />;
    case 'unknown':
      return <UnknownBox name={cell.name} json={cell.json} />;
  }
}
