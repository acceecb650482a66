import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import { useT } from '../../i18n/intl';
import type { DraftKeeper } from './draft-keeper';
import type { DraftFile } from './draft-rules';

export interface Upload { key: string; file: File; failed: boolean }

/** Files of a reply: chosen, pasted or dropped; each goes to the server at once, so that sending is only words. */
export function useFiles(keeper: DraftKeeper) {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const drop = (key: string) => setUploads((all) => all.filter((each) => each.key !== key));

  const upload = async (each: Upload): Promise<void> => {
    setUploads((all) => [...all.filter((other) => other.key !== each.key), { ...each, failed: false }]);
    try {
      const body = new FormData();
      body.append('file', each.file);
      const response = await fetch('/files', { method: 'POST', credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' }, body });
      if (!response.ok) throw new Error(String(response.status));
      const stored = (await response.json()) as DraftFile;
      const { text, files } = keeper.read();
      keeper.write(text, [...files, { id: stored.id, name: stored.name, contentType: stored.contentType, size: stored.size }]);
      drop(each.key);
    } catch {
      setUploads((all) => all.map((other) => (other.key === each.key ? { ...other, failed: true } : other)));
    }
  };
  const take = (list: FileList | null | undefined): boolean => {
    if (!list?.length) return false;
    for (const file of list) void upload({ key: crypto.randomUUID(), file, failed: false });
    return true;
  };
  const input: ReactNode = (
    <input
      ref={picker} type="file" multiple hidden aria-label={t('command.attach')} data-testid="composer-files"
      onChange={(event) => { take(event.target.files); event.target.value = ''; }}
    />
  );
  return {
    uploads, input,
    busy: uploads.some((each) => !each.failed),
    pick: () => picker.current?.click(),
    retry: (each: Upload) => void upload(each),
    remove: (id: string) => {
      drop(id);
      const { text, files } = keeper.read();
      keeper.write(text, files.filter((file) => file.id !== id));
    },
    onPaste: (event: ClipboardEvent) => { if (take(event.clipboardData.files)) event.preventDefault(); },
    onDrop: (event: DragEvent) => { if (take(event.dataTransfer.files)) event.preventDefault(); },
  };
}
