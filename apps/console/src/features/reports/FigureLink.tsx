import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../i18n/formats';
import type { FigureName, Grouping, ReportSearch } from './report-search';

/** Whose cases a figure counts: the report's filters with its days, and a group of it. */
export interface Scope { search: ReportSearch & { from: string; to: string }; by?: Grouping; group?: string }

/** A figure that opens exactly the cases it counts. None is none: there is nothing to open. */
export function FigureLink({ scope, figure, count, children, className, label }: { scope: Scope; figure: FigureName; count: number; children?: ReactNode; className?: string; label?: string }) {
  const formats = useFormats();
  const words = children ?? formats.number(count);
  if (count === 0) return <span className={className}>{words}</span>;
  const { search, by, group } = scope;
  return <Link to="/reports/reply-times/cases" search={{ ...search, figure, ...(by && group ? { by, key: group } : {}) }} className={className} aria-label={label} title={label}>{words}</Link>;
}
