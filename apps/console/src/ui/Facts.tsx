import type { ReactNode } from 'react';
import s from './facts.module.css';

/** A list of named values, as in the context beside a ticket. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={s.facts}>{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return <div className={s.fact}><dt>{label}</dt><dd>{children}</dd></div>;
}

export function Block({ title, aside, children, level = 3 }: { title: string; aside?: ReactNode; children: ReactNode; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={s.block} aria-label={title}>
      <div className={s.blockHead}><Heading className={s.blockTitle}>{title}</Heading>{aside ? <span className={s.blockAside}>{aside}</span> : null}</div>
      {children}
    </section>
  );
}
