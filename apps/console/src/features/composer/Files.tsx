import { Paperclip, X } from 'lucide-react';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { visible } from '../../ui/visible';
import s from './composer.module.css';
import type { DraftFile } from './draft-rules';
import type { Upload } from './useFiles';

export function Files({ files, uploads, onRemove, onRetry }: { files: DraftFile[]; uploads: Upload[]; onRemove: (id: string) => void; onRetry: (upload: Upload) => void }) {
  const t = useT();
  const formats = useFormats();
  if (files.length === 0 && uploads.length === 0) return null;
  return (
    <ul className={s.files} aria-label={t('attachments.label')}>
      {files.map((file) => (
        <li key={file.id} className={s.file}>
          <Paperclip size={14} strokeWidth={1.75} aria-hidden="true" /><span>{visible(file.name)}</span><span className={s.muted}>{formats.bytes(file.size)}</span>
          <Button look="quiet" size="strip" icon aria-label={t('attachments.remove', { name: file.name })} onPress={() => onRemove(file.id)}><X size={14} strokeWidth={1.75} aria-hidden="true" /></Button>
        </li>
      ))}
      {uploads.map((upload) => (
        <li key={upload.key} className={s.file} role="status">
          <Paperclip size={14} strokeWidth={1.75} aria-hidden="true" /><span>{visible(upload.file.name)}</span>
          <span className={upload.failed ? s.bad : s.muted}>{upload.failed ? t('attachments.failed') : t('attachments.uploading')}</span>
          {upload.failed ? <><Button look="link" onPress={() => onRetry(upload)}>{t('action.retry')}</Button><Button look="link" onPress={() => onRemove(upload.key)}>{t('attachments.removeFailed')}</Button></> : null}
        </li>
      ))}
    </ul>
  );
}
