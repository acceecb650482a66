import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffMemberEntity } from './staff-member.entity';

/** Only for tests that run without the staff library. */
@Module({ imports: [TypeOrmModule.forFeature([StaffMemberEntity])] })
export class StaffTableModule {}
