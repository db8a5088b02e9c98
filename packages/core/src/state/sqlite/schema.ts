/** Version of the tables below, kept in SQLite's `user_version`. A store of a later version is refused. */
export const schemaVersion = 2;

export const schema = `
create table if not exists bindings (
  connection text not null,
  family text not null,
  kind text not null,
  key text not null,
  record_id text not null,
  image text not null,
  primary key (connection, family, kind, key)
) without rowid;

create table if not exists intents (
  id text primary key,
  connection text not null,
  family text not null,
  operation text not null,
  marker text not null,
  started_at integer not null,
  title text
) without rowid;
create index if not exists intents_by_family on intents (connection, family);

create table if not exists document_numbers (
  connection text not null,
  number text not null,
  family text not null,
  primary key (connection, number)
) without rowid;

create table if not exists items (
  connection text not null,
  item_id text not null,
  item text not null,
  primary key (connection, item_id)
) without rowid;

create table if not exists item_numbers (
  connection text not null,
  number text not null,
  item_id text not null,
  primary key (connection, number, item_id)
) without rowid;

create table if not exists cache (
  connection text not null,
  key text not null,
  value text not null,
  expires_at integer not null,
  primary key (connection, key)
) without rowid;

create table if not exists leases (
  name text primary key,
  owner text not null,
  expires_at integer not null
) without rowid;

drop table if exists requests;
create table if not exists request_entries (
  connection text not null,
  id text not null,
  at integer not null,
  requests integer not null,
  kind text not null,
  primary key (connection, id)
) without rowid;
create table if not exists request_facts (
  connection text primary key,
  facts text not null
) without rowid;

create table if not exists runs (
  connection text not null,
  key text not null,
  started_at integer not null,
  indexed integer not null,
  primary key (connection, key)
) without rowid;
create table if not exists run_documents (
  connection text not null,
  key text not null,
  position integer not null,
  number text not null,
  stage integer not null,
  superseded integer not null,
  parent text,
  converted_from text,
  outcome text,
  exit integer,
  primary key (connection, key, position)
) without rowid;
create index if not exists run_documents_by_number on run_documents (connection, key, number);
create index if not exists run_documents_by_conversion on run_documents (connection, key, converted_from);

create table if not exists issues (
  connection text not null,
  id text not null,
  document text not null,
  first_seen integer not null,
  last_seen integer not null,
  times integer not null,
  dismissed_at integer,
  issue text not null,
  primary key (connection, id)
) without rowid;

create table if not exists before_images (
  sequence integer primary key autoincrement,
  connection text not null,
  family text not null,
  id text not null,
  content text not null,
  unique (connection, family, id)
);

create table if not exists history (
  id integer primary key autoincrement,
  connection text not null,
  document text not null,
  family text not null,
  process text not null,
  started_at integer not null,
  last_at integer not null,
  times integer not null,
  outcome text not null,
  fold text,
  entry text not null
);
create index if not exists history_by_document on history (connection, document, id);
create index if not exists history_by_family on history (connection, family, id);
create index if not exists history_running on history (connection) where outcome = 'running';
`;
