import type { ErrorComponentProps } from '@tanstack/react-router';
import { Component, type ReactNode } from 'react';
import { useT } from '../i18n/intl';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import s from './shell.module.css';

/** A part of the console could not be fetched or drawn: the rest stays, and the way on is said. */
export class LoadBoundary extends Component<{ children: ReactNode; onClose: () => void }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken onClose={this.props.onClose} /> : this.props.children;
  }
}

function Broken({ onClose }: { onClose: () => void }) {
  const t = useT();
  return <Dialog title={t('broken.title')} onClose={onClose} foot={<><span /><Button onPress={onClose}>{t('action.close')}</Button><Button look="primary" onPress={() => location.reload()}>{t('broken.reload')}</Button></>}><p>{t('broken.says')}</p></Dialog>;
}

/** The same for a whole page. */
export function PageFailure(_: ErrorComponentProps) {
  const t = useT();
  return (
    <div className={s.alone}>
      <Notice tone="danger" actions={<Button look="link" onPress={() => location.reload()}>{t('broken.reload')}</Button>}>{t('broken.title')}. {t('broken.says')}</Notice>
    </div>
  );
}
