import { CAUSES, CHANNELS, type NoticeCause, type NoticeChannel } from '../notice.words';

/** A wish that was said. */
export interface Preference {
  readonly cause: NoticeCause;
  readonly channel: NoticeChannel;
  readonly on: boolean;
}

/**
 * What holds for who has said nothing. In the console: all causes there are, each of which concerns the person themselves; escalations
 * are addressed by the desk's own plan, and a plan nobody hears of would be none. Mail and push are for those who ask for them, except
 * that a digest is mailed: it means that much has piled up, which is when somebody who is not looking must hear, and it is one mail.
 */
export const usual = (cause: NoticeCause, channel: NoticeChannel): boolean => channel === 'in_app' || (channel === 'mail' && cause === 'digest');

/** Every cause by every channel, as it is for a person who has said these wishes. */
export const allPreferences = (said: readonly Preference[]): readonly Preference[] =>
  CAUSES.flatMap((cause) => CHANNELS.map((channel) => ({ cause, channel, on: wants(said, cause, channel) })));

export const wants = (said: readonly Preference[], cause: NoticeCause, channel: NoticeChannel): boolean =>
  said.find((wish) => wish.cause === cause && wish.channel === channel)?.on ?? usual(cause, channel);
