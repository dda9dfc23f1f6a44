-- Roles and database of Feltjournal's server, once, as PostgreSQL's administrator. The passwords come from the environment,
-- so that no other user of the machine can list them:
--   OWNER_PASSWORD=… APP_PASSWORD=… runuser -u postgres -- psql -X -v ON_ERROR_STOP=1 -f roles.sql postgres
-- Then: feltjournal-server init (as the owner), feltjournal-server grant --role feltjournal_app (as the owner).
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
SET password_encryption = 'scram-sha-256';
-- Makes and migrates the tables; the service does not run as this one.
CREATE ROLE feltjournal_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
-- Runs the service: can neither change nor remove an operation.
CREATE ROLE feltjournal_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD :'app_password';
CREATE DATABASE feltjournal OWNER feltjournal_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE feltjournal FROM PUBLIC;
GRANT CONNECT ON DATABASE feltjournal TO feltjournal_app;
\connect feltjournal
ALTER SCHEMA public OWNER TO feltjournal_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
