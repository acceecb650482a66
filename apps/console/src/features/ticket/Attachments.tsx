import { FileText } from 'lucide-react';
import type { AttachmentFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { visible } from '../../ui/visible';
import s from './ticket.module.css';

export function Attachments({ files }: { files: AttachmentFieldsFragment[] }) {
  const t = useT();
  const formats = useFormats();
  if (files.length === 0) return null;
  return (
    <ul className={s.files} aria-label={t('attachments.label')}>
      {files.map((file) => (
        <li key={file.id}>
          <a className={s.file} href={file.url} target="_blank" rel="noopener noreferrer">
            {file.image ? <img className={s.thumb} src={file.url} alt="" loading="lazy" /> : <FileText size={16} strokeWidth={1.75} aria-hidden="true" />}
            <span className={s.fileName}>{visible(file.name)}</span>
            <span className={s.fileSize}>{formats.bytes(file.size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
