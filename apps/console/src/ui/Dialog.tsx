import type { ReactNode } from 'react';
import { Dialog as RacDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx';
import s from './overlays.module.css';

/** A modal window with a title, a body and a row of buttons. Escape and a click outside call onClose; nothing typed is discarded by it. */
export function Dialog({ title, icon, aside, wide, scrolls, onClose, children, foot, bare, role }: {
  title: string; icon?: ReactNode; aside?: ReactNode; wide?: boolean; /** There is nothing inside that takes the focus: the body does, so that keys can scroll it. */ scrolls?: boolean; onClose: () => void; children: ReactNode; foot?: ReactNode;
  /** Leave the padding of the body to the content. */
  bare?: boolean; role?: 'dialog' | 'alertdialog';
}) {
  return (
    <ModalOverlay className={s.overlay} isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={cx(s.modal, wide && s.wide)}>
        <RacDialog className={s.dialog} role={role}>
          <div className={s.head}>
            {icon}
            <Heading slot="title" className={s.title}>{title}</Heading>
            {aside}
          </div>
          {bare ? children : <div className={s.body} {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>{children}</div>}
          {foot ? <div className={s.foot}>{foot}</div> : null}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}
