import { Int } from '@nestjs/graphql';
import { problemField, resultOf } from '@kaiku/platform';
import { CannotChangeOwnRights, LastAdmin, SetupLinkInvalid, SignInRefused, SignInThrottled, StaffEmailTaken, StaffNotFound, TeamNotFound } from '../staff.problems';
import { MeModel, StaffMemberModel, TeamModel } from './staff.models';

problemField(SignInThrottled, 'retryAfterSeconds', () => Int);

export const SignInResult = resultOf('SignInResult', MeModel, [SignInRefused, SignInThrottled]);
export const CreateFirstAdminResult = resultOf('CreateFirstAdminResult', MeModel, [SetupLinkInvalid]);
export const ChangeMyPasswordResult = resultOf('ChangeMyPasswordResult', MeModel, [SignInRefused, SignInThrottled]);
export const UpdateMySettingsResult = resultOf('UpdateMySettingsResult', MeModel, []);
export const CreateStaffMemberResult = resultOf('CreateStaffMemberResult', StaffMemberModel, [StaffEmailTaken, TeamNotFound, CannotChangeOwnRights]);
export const UpdateStaffMemberResult = resultOf('UpdateStaffMemberResult', StaffMemberModel, [StaffNotFound, TeamNotFound, CannotChangeOwnRights, LastAdmin]);
export const DeactivateStaffMemberResult = resultOf('DeactivateStaffMemberResult', StaffMemberModel, [StaffNotFound, CannotChangeOwnRights, LastAdmin]);
export const CreateTeamResult = resultOf('CreateTeamResult', TeamModel, []);
