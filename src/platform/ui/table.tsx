import type { ComponentChildren, JSX } from 'preact';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the end of their cell. */
  readonly numeric?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  /** For a table right under a heading that says the same. */
  readonly hideCaption?: boolean;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/**
 * A table that becomes a list of labelled values on a phone.
 * The roles are spelled out because browsers forget them once CSS takes the table apart.
 */
export function Table<Row>({ caption, hideCaption, columns, rows }: TableProps<Row>): JSX.Element {
  return (
    <table class="table" role="table">
      <caption class={hideCaption ? 'visually-hidden' : 'table__caption'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.label} scope="col" role="columnheader" class={cellClass(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <TableRow key={index} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

function TableRow<Row>({ row, columns }: TableRowProps<Row>): JSX.Element {
  return (
    <tr role="row">
      {columns.map((column, place) =>
        place === 0 ? (
          <th key={column.label} scope="row" role="rowheader" class={cellClass(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.label} role="cell" data-label={column.label} class={cellClass(column)}>
            <span class="table__value">{column.cell(row)}</span>
          </td>
        ),
      )}
    </tr>
  );
}

function cellClass(column: { readonly numeric?: boolean }): string | undefined {
  return column.numeric ? 'numeric' : undefined;
}

interface FactsProps {
  readonly items: readonly { readonly label: string; readonly value: ComponentChildren }[];
}

/** Short facts about one thing: label and value. */
export function Facts({ items }: FactsProps): JSX.Element {
  return (
    <dl class="facts">
      {items.map((item) => (
        <div key={item.label} class="facts__item">
          <dt>{item.label}</dt>
          <dd>{typeof item.value === 'string' ? <bdi>{item.value}</bdi> : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
