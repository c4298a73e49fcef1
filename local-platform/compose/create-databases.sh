#!/usr/bin/env bash
# Run once by the PostgreSQL image: one database per service, owned by a role of the same name.
set -euo pipefail
for name in requisition reporting allocation keycloak; do
  psql --set=ON_ERROR_STOP=1 --username=postgres --set=name="$name" --set=password="$POSTGRES_PASSWORD" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
SQL
done
