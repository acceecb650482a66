import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff accounts, roles as permission sets, teams with a lead flag, opaque sessions, the one-time set-up link. */
export class CreateStaff2026112209100 implements MigrationInterface {
  name = 'CreateStaff2026112209100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE staff_member (
        id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        password_hash text,
        locale text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        deactivated_at timestamptz,
        undo_seconds integer NOT NULL DEFAULT 10,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT staff_member_pk PRIMARY KEY (id),
        CONSTRAINT staff_member_email_uq UNIQUE (email),
        CONSTRAINT staff_member_email_ck CHECK (email = lower(email) AND email <> ''),
        CONSTRAINT staff_member_password_ck CHECK (password_hash <> ''),
        CONSTRAINT staff_member_locale_ck CHECK (locale IN ('fi', 'sv', 'en')),
        CONSTRAINT staff_member_undo_ck CHECK (undo_seconds BETWEEN 0 AND 30),
        CONSTRAINT staff_member_deactivated_ck CHECK (active = (deactivated_at IS NULL))
      );

      CREATE TABLE role (
        id text NOT NULL,
        permissions text[] NOT NULL,
        CONSTRAINT role_pk PRIMARY KEY (id)
      );

      CREATE TABLE staff_role (
        staff_id uuid NOT NULL,
        role_id text NOT NULL,
        granted_by uuid,
        granted_at timestamptz NOT NULL,
        CONSTRAINT staff_role_pk PRIMARY KEY (staff_id, role_id),
        CONSTRAINT staff_role_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id),
        CONSTRAINT staff_role_role_fk FOREIGN KEY (role_id) REFERENCES role (id),
        CONSTRAINT staff_role_granted_by_fk FOREIGN KEY (granted_by) REFERENCES staff_member (id),
        CONSTRAINT staff_role_not_self_ck CHECK (granted_by IS NULL OR granted_by <> staff_id)
      );

      CREATE TABLE team (
        id uuid NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT team_pk PRIMARY KEY (id),
        CONSTRAINT team_name_uq UNIQUE (name)
      );

      CREATE TABLE team_member (
        team_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        lead boolean NOT NULL DEFAULT false,
        CONSTRAINT team_member_pk PRIMARY KEY (team_id, staff_id),
        CONSTRAINT team_member_team_fk FOREIGN KEY (team_id) REFERENCES team (id),
        CONSTRAINT team_member_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id)
      );
      CREATE INDEX team_member_staff_ix ON team_member (staff_id);

      CREATE TABLE session (
        id uuid NOT NULL,
        token_hash bytea NOT NULL,
        staff_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT session_pk PRIMARY KEY (id),
        CONSTRAINT session_token_uq UNIQUE (token_hash),
        CONSTRAINT session_token_ck CHECK (length(token_hash) = 32),
        CONSTRAINT session_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id)
      );
      CREATE INDEX session_staff_ix ON session (staff_id);

      CREATE TABLE setup_link (
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT setup_link_pk PRIMARY KEY (token_hash),
        CONSTRAINT setup_link_token_ck CHECK (length(token_hash) = 32)
      );

      GRANT SELECT, INSERT, UPDATE ON staff_member, role, team, setup_link TO kaiku_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON staff_role, team_member, session TO kaiku_app;
      GRANT SELECT ON team TO kaiku_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE setup_link; DROP TABLE session; DROP TABLE team_member; DROP TABLE team;
      DROP TABLE staff_role; DROP TABLE role; DROP TABLE staff_member;
    `);
  }
}
