import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoleRepository } from './role.repository';

export { SYNC_ROLES, syncRolesValues } from './role.repository';

/** Keeps the roles of the code and those of the database together from the start of each process. */
@Injectable()
export class RoleSync implements OnModuleInit {
  constructor(private readonly roles: RoleRepository) {}

  async onModuleInit(): Promise<void> {
    await this.roles.sync();
  }
}
