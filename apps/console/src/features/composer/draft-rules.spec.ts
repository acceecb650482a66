import { chooseDraft, type LocalDraft, type ServerDraft } from './draft-rules';

const noon = Date.parse('2026-11-22T12:00:00Z');
const local = (changes: Partial<LocalDraft> = {}): LocalDraft => ({ text: 'on this device', files: [], baseRevision: 3, changedAt: noon, synced: false, ...changes });
const server = (changes: Partial<ServerDraft> = {}): ServerDraft => ({ text: 'on the server', files: [], revision: 3, savedAt: '2026-11-22T11:00:00Z', ...changes });

describe('which draft the composer opens with', () => {
  it('nothing anywhere: an empty composer', () => {
    expect(chooseDraft(null, null)).toMatchObject({ use: null, other: null, baseRevision: 0 });
  });

  it('only the server has one (another device was used)', () => {
    expect(chooseDraft(null, server())).toMatchObject({ use: { text: 'on the server' }, baseRevision: 3, synced: true });
  });

  it('only this device has one (the network was away)', () => {
    expect(chooseDraft(local({ baseRevision: 0 }), null)).toMatchObject({ use: { text: 'on this device' }, baseRevision: 0, synced: false });
  });

  it('this device went on from what the server has', () => {
    expect(chooseDraft(local(), server())).toMatchObject({ use: { text: 'on this device' }, other: null, synced: false });
  });

  it('another device went on from what this one had saved', () => {
    expect(chooseDraft(local({ synced: true }), server({ revision: 5 }))).toMatchObject({ use: { text: 'on the server' }, other: null, baseRevision: 5 });
  });

  it('both went on, this device last: ours is shown, the other is kept', () => {
    expect(chooseDraft(local(), server({ revision: 5 }))).toMatchObject({ use: { text: 'on this device' }, other: { text: 'on the server' }, baseRevision: 5, synced: false });
  });

  it('both went on, the other device last: theirs is shown, ours is kept', () => {
    expect(chooseDraft(local(), server({ revision: 5, savedAt: '2026-11-22T13:00:00Z' }))).toMatchObject({ use: { text: 'on the server' }, other: { text: 'on this device' }, synced: true });
  });

  it('the beginning of the same text is no other version', () => {
    expect(chooseDraft(local({ text: 'on the' }), server({ revision: 5, savedAt: '2026-11-22T13:00:00Z' }))).toMatchObject({ use: { text: 'on the server' }, other: null });
    expect(chooseDraft(local({ text: 'on' }), server({ revision: 5 }))).toMatchObject({ use: { text: 'on' }, other: { text: 'on the server' } });
  });

  it('sent or thrown away elsewhere: an old saved copy here does not come back', () => {
    expect(chooseDraft(local({ synced: true }), null)).toMatchObject({ use: null });
  });

  it('an empty text is no other version', () => {
    expect(chooseDraft(local(), server({ revision: 5, text: '  ' })).other).toBeNull();
  });
});
