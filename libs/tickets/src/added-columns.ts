/** What the added columns of a row held, by name. */
export type Added = Readonly<Record<string, unknown>> | null;

/**
 * What libraries above this one show beside its rows: each adds a column, so that it is read in the statement that reads the row.
 * Columns are added while the program's files are loaded, before the first statement is made.
 */
export class AddedColumns {
  private readonly columns = new Map<string, string>();

  /**
   * @param sql one JSON value (or null) of the row
   * @returns what a row had in the column; undefined when the row was read without added columns
   */
  add<T>(name: string, sql: string): (row: { readonly added?: Added }) => T | null | undefined {
    if (this.columns.has(name)) throw new Error(`column ${name} is added twice`);
    this.columns.set(name, sql);
    return ({ added }) => added && ((added[name] ?? null) as T | null);
  }

  get sql(): string {
    return `json_build_object(${[...this.columns].map(([name, sql]) => `'${name}', ${sql}`).join(', ')}) AS added`;
  }
}

/** Of each `ticket_entry e` that is read. */
export const ENTRY_COLUMNS = new AddedColumns();
/** Of a `ticket t` that is opened with its timeline. */
export const PAGE_COLUMNS = new AddedColumns();
