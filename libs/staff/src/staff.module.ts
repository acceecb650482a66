import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerMessages, SessionReader } from '@kaiku/platform';
import { AccountQueries } from './account.queries';
import { ChangeMyPassword } from './commands/change-my-password';
import { CreateFirstAdmin } from './commands/create-first-admin';
import { CreateStaffMember } from './commands/create-staff-member';
import { CreateTeam } from './commands/create-team';
import { DeactivateStaffMember } from './commands/deactivate-staff-member';
import { SignIn } from './commands/sign-in';
import { SignOut } from './commands/sign-out';
import { UpdateMySettings } from './commands/update-my-settings';
import { UpdateStaffMember } from './commands/update-staff-member';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';
import { Passwords } from './passwords';
import { RoleEntity } from './role.entity';
import { RoleRepository } from './role.repository';
import { RoleSync } from './role-sync';
import { SessionEntity } from './session.entity';
import { SessionQueries } from './session.queries';
import { SessionRepository } from './session.repository';
import { SetupLink } from './setup-link';
import { SetupLinkEntity } from './setup-link.entity';
import { SetupLinkRepository } from './setup-link.repository';
import { SignInThrottle } from './sign-in-throttle';
import { StaffMemberEntity } from './staff-member.entity';
import { StaffQueries } from './staff.queries';
import { StaffRepository } from './staff.repository';
import { StaffRoleEntity } from './staff-role.entity';
import { TeamEntity } from './team.entity';
import { TeamMemberEntity } from './team-member.entity';
import { TeamQueries } from './team.queries';
import { TeamRepository } from './team.repository';

registerMessages('staff', { en, fi, sv });

const commands = [SignIn, SignOut, ChangeMyPassword, UpdateMySettings, CreateStaffMember, UpdateStaffMember, DeactivateStaffMember, CreateTeam, CreateFirstAdmin];

/** Accounts, teams, roles and sessions. Global, because every request asks it who is there. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StaffMemberEntity, RoleEntity, StaffRoleEntity, TeamEntity, TeamMemberEntity, SessionEntity, SetupLinkEntity])],
  providers: [
    AccountQueries, SessionQueries, StaffQueries, TeamQueries, RoleRepository, SessionRepository, SetupLinkRepository, StaffRepository, TeamRepository,
    Passwords, SignInThrottle, SetupLink, RoleSync, ...commands,
    { provide: SessionReader, useExisting: SessionQueries },
  ],
  exports: [SessionReader, SessionQueries, StaffQueries, TeamQueries, SetupLink, Passwords, ...commands],
})
export class StaffModule {}
