-- Run once by psql, as a superuser, on an empty Postgres (docker-compose.yml does it at the first start).
-- Makes the login of the desk, which is no superuser, its database, and the three roles that it works under.
\getenv password KAIKU_DB_PASSWORD

CREATE ROLE kaiku LOGIN PASSWORD :'password';
CREATE DATABASE kaiku OWNER kaiku;

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kaiku_owner') THEN CREATE ROLE kaiku_owner NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kaiku_app') THEN CREATE ROLE kaiku_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kaiku_reader') THEN CREATE ROLE kaiku_reader NOLOGIN; END IF;
END $$;
GRANT kaiku_owner, kaiku_app, kaiku_reader TO kaiku;
GRANT kaiku_app TO kaiku_owner;
GRANT kaiku_reader TO kaiku_app;

\connect kaiku
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE kaiku TO kaiku_owner;
GRANT CREATE, USAGE ON SCHEMA public TO kaiku_owner;
