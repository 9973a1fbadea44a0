create schema channels;
grant usage on schema channels to huiyin_app;

create table channels.channel (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  kind text not null check (kind in ('qr', 'counter', 'website', 'api')),
  key text not null,
  name text not null,
  "on" boolean not null default true,
  owner_id uuid,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, key),
  foreign key (brand_id, owner_id) references people.staff (brand_id, id)
);
call platform.isolate('channels.channel');

create table channels.code (
  brand_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  slug text not null,
  place text not null check (place in ('shop', 'table', 'counter', 'website')),
  label text not null,
  shop_id uuid,
  "on" boolean not null default true,
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
create unique index code_slug on channels.code (slug);
create index code_shop on channels.code (brand_id, shop_id, label);
call platform.isolate('channels.code');
create function channels.code_by_slug(wanted text) returns table (brand_id uuid, code_id uuid)
  language sql stable security definer as $$ select brand_id, id from channels.code where slug = wanted $$;

create table channels.code_scan (
  brand_id uuid not null,
  code_id uuid not null,
  day date not null,
  scans int not null,
  primary key (brand_id, code_id, day)
);
call platform.isolate('channels.code_scan');

create table channels.api_key (
  brand_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  created_by uuid,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
create unique index api_key_secret on channels.api_key (secret_hash);
call platform.isolate('channels.api_key');
create function channels.api_key_by_hash(wanted bytea) returns jsonb language sql stable security definer as $$
  select jsonb_build_object('brandId', k.brand_id, 'keyId', k.id, 'channelId', k.channel_id, 'name', k.name, 'scopes', to_jsonb(k.scopes), 'lastUsedAt', k.last_used_at)
  from channels.api_key k where k.secret_hash = wanted and k.revoked_at is null $$;

/* I3: raw, immutable, stored before anything is acknowledged; unique per channel and external id. */
create table channels.inbound_message (
  brand_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  external_id text not null,
  payload_enc bytea not null,
  state text not null default 'threaded' check (state in ('threaded', 'needs_look')),
  problem text not null default '',
  ticket_id uuid,
  received_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, channel_id, external_id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
create index inbound_message_recent on channels.inbound_message (brand_id, channel_id, received_at desc);
create index inbound_message_faults on channels.inbound_message (brand_id, channel_id) where state = 'needs_look';
call platform.isolate('channels.inbound_message');

/* A photo, re-encoded and stripped. `owner_key` ties an upload to the form, progress page or person that made it, until a ticket takes it. */
create table channels.attachment (
  brand_id uuid not null,
  id uuid not null,
  owner_key text not null,
  ticket_id uuid,
  file_key text not null,
  thumb_key text not null,
  mime text not null,
  bytes int not null,
  width int not null,
  height int not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  primary key (brand_id, id)
);
create index attachment_ticket on channels.attachment (brand_id, ticket_id);
create index attachment_orphan on channels.attachment (brand_id, created_at) where ticket_id is null;
call platform.isolate('channels.attachment');

/* What goes to the customer. A web page's messages are sent by being shown there; other channels deliver from here with retry. */
create table channels.outbound_message (
  brand_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  ticket_id uuid not null,
  state text not null check (state in ('queued', 'sent', 'read', 'failed')),
  tries int not null default 0,
  next_try_at timestamptz,
  problem text not null default '',
  created_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
create index outbound_message_due on channels.outbound_message (next_try_at) where state = 'queued';
create index outbound_message_ticket on channels.outbound_message (brand_id, ticket_id);
call platform.isolate('channels.outbound_message');
