/** A file as the API shows it. */
export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** bytes */
  readonly size: number;
  readonly url: string;
  readonly inline: boolean;
  readonly image: boolean;
}

export const attachmentView = (row: Omit<AttachmentView, 'url'>): AttachmentView => ({
  id: row.id, name: row.name, contentType: row.contentType, size: row.size, url: `/files/${row.id}`, inline: row.inline, image: row.image,
});
