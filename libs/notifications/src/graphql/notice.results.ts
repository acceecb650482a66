import { resultOf } from '@kaiku/platform';
import { PushEndpointNotAllowed } from '../notifications.problems';
import { NoticePreferenceModel, PushRegistrationModel, QuietHoursModel } from './notice.models';

export const SetNoticePreferenceResult = resultOf('SetNoticePreferenceResult', NoticePreferenceModel, []);
export const SetQuietHoursResult = resultOf('SetQuietHoursResult', QuietHoursModel, []);
export const RegisterPushResult = resultOf('RegisterPushResult', PushRegistrationModel, [PushEndpointNotAllowed]);
