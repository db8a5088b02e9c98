/** The tables of the first version of a state, as they were. They stay as they are here: such files must open for ever. */
export const firstSchema = `
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
  started_at integer not null
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

create table if not exists requests (
  connection text not null,
  at integer not null
);
create index if not exists requests_by_time on requests (connection, at);
`;
