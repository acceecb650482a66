import { LOCALES } from '@kaiku/kernel';
import type { ColumnMark, PersonalMark } from '@kaiku/kernel';
import { Inspection, type Verdict } from '../support/verdict';

/** One column of an entity, as TypeORM knows it. */
export interface EntityColumn {
  readonly entity: Function;
  readonly property: string;
  readonly column: string;
  readonly table: string;
}

const REQUIRED: readonly (keyof PersonalMark)[] = ['category', 'purposes', 'subject', 'provided', 'erase', 'retention'];
const ACTIONS = ['delete', 'null', 'generalise', 'keep'];

/** Each column carries exactly one mark, whole, whose subject leads somewhere and whose mask is a declared permission. */
export function columnsAreMarked(columns: readonly EntityColumn[], marks: readonly ColumnMark[], permissions: ReadonlySet<string>): Verdict {
  const seen = new Inspection('columns-are-marked');
  for (const { entity, property, column } of columns) {
    const name = `${entity.name}.${property}`;
    const mine = marks.filter((mark) => mark.entity === entity && mark.property === property);
    seen.expect(mine.length === 1, `${name}: ${mine.length === 0 ? 'neither @Personal nor @NotPersonal' : `${mine.length} marks`}`);
    for (const { personal } of mine) {
      if (!personal) {
        if (looksPersonal(column) && !mine[0]!.reason) seen.breach(`${name}: looks personal; @NotPersonal wants the reason why it is not`);
        continue;
      }
      for (const key of REQUIRED) if (personal[key] === undefined || personal[key] === '' || (Array.isArray(personal[key]) && personal[key].length === 0)) seen.breach(`${name}: the mark has no ${key}`);
      if (!ACTIONS.includes(personal.erase)) seen.breach(`${name}: erase is ${String(personal.erase)}`);
      if (personal.mask !== undefined && !permissions.has(personal.mask)) seen.breach(`${name}: no library declares the permission ${personal.mask}`);
      if (personal.subject && !leadsSomewhere(personal.subject, entity, columns)) seen.breach(`${name}: its subject ${personal.subject} leads nowhere`);
    }
  }
  for (const mark of marks) if (!columns.some((c) => c.entity === mark.entity && c.property === mark.property)) seen.breach(`${mark.entity.name}.${mark.property}: is marked and is no column`);
  return seen.verdict();
}

/** The row itself, somebody who works here, a column of the row, or `table.column` of a table that points at the row. */
function leadsSomewhere(subject: string, entity: Function, columns: readonly EntityColumn[]): boolean {
  const [first, second] = subject.split('.');
  return ['self', 'staff'].includes(subject) || columns.some((c) => (c.entity === entity && c.column === first) || (c.table === first && c.column === second));
}

/** Names under which personal data usually hide. */
const PERSONAL_NAME = /(^|_)(name|email|mail|phone|address|street|birth|ip|note|comment|body|text|subject|preview|reason|html)(_|$)/;
const looksPersonal = (column: string): boolean => PERSONAL_NAME.test(column) && !LOCALES.includes(column as never);

/** Every table belongs to an entity: a table without one would stand outside the register of personal data. */
export function tablesHaveEntities(tables: readonly string[], entities: ReadonlySet<string>, without: Readonly<Record<string, string>>): Verdict {
  const seen = new Inspection('tables-have-entities');
  for (const table of tables) seen.expect(entities.has(table) || without[table] !== undefined, `${table}: no entity declares it`);
  for (const entity of entities) if (!tables.includes(entity)) seen.breach(`${entity}: an entity without a table`);
  for (const table of Object.keys(without)) if (!tables.includes(table) || entities.has(table)) seen.breach(`${table}: is excused without need`);
  return seen.verdict();
}
