create schema people;
grant usage on schema people to huiyin_app;

create table people.region (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  name text not null,
  primary key (brand_id, id),
  unique (brand_id, name)
);
call platform.isolate('people.region');

create table people.shop (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  region_id uuid not null,
  code text not null,
  name text not null,
  address text not null default '',
  phone text not null default '',
  zone text not null,
  hours jsonb not null,
  state text not null default 'open' check (state in ('open', 'paused', 'closed')),
  created_at timestamptz not null default now(),
  primary key (brand_id, id),
  unique (brand_id, code),
  foreign key (brand_id, region_id) references people.region (brand_id, id)
);
call platform.isolate('people.shop');

create table people.department (
  brand_id uuid not null,
  id uuid not null,
  shop_id uuid not null,
  name text not null,
  primary key (brand_id, id),
  unique (brand_id, shop_id, name),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
call platform.isolate('people.department');

create table people.staff (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  name text not null,
  login text not null,
  phone_enc bytea,
  state text not null default 'invited' check (state in ('invited', 'active', 'locked')),
  password_hash text,
  totp_enc bytea,
  totp_last bigint,
  locale text not null default 'zh-CN',
  theme text not null default 'auto',
  away boolean not null default false,
  duty jsonb not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, login)
);
create unique index staff_login on people.staff (login);
call platform.isolate('people.staff');

create table people.staff_grant (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  role text not null,
  region_id uuid,
  shop_id uuid,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id),
  foreign key (brand_id, region_id) references people.region (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  check (region_id is null or shop_id is null)
);
create index staff_grant_staff on people.staff_grant (brand_id, staff_id);
create index staff_grant_role on people.staff_grant (brand_id, role);
call platform.isolate('people.staff_grant');

create table people.absence (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  reason text not null default '',
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create index absence_staff on people.absence (brand_id, staff_id, to_at);
call platform.isolate('people.absence');

create table people.session (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash bytea not null,
  agent text not null default '',
  ip text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create unique index session_token on people.session (token_hash);
create index session_staff on people.session (brand_id, staff_id);
call platform.isolate('people.session');

create table people.invitation (
  brand_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id)
);
create unique index invitation_token on people.invitation (token_hash);
call platform.isolate('people.invitation');

/* Failed sign-ins per login, for the lock-out; the login need not exist, so no brand. */
create table people.sign_in_failure (
  login text primary key,
  failures int not null,
  locked_until timestamptz,
  last_at timestamptz not null
);
grant select, insert, update, delete on people.sign_in_failure to huiyin_app;

/* Doors that open before the brand is known. Each returns the one row that its secret names. */
create function people.staff_by_login(wanted text) returns table (brand_id uuid, staff_id uuid)
  language sql stable security definer as
  $$ select brand_id, id from people.staff where login = wanted $$;
create function people.brand_of_invitation(wanted bytea) returns table (brand_id uuid, invitation_id uuid)
  language sql stable security definer as
  $$ select brand_id, id from people.invitation where token_hash = wanted $$;
/* Everything one request needs to know about its sender, in one round trip. */
create function people.session_actor(wanted bytea, at timestamptz) returns jsonb language sql stable security definer as $$
  select jsonb_build_object(
    'sessionId', s.id, 'brandId', s.brand_id, 'staffId', s.staff_id, 'name', f.name, 'locale', f.locale, 'seenAt', s.seen_at,
    'grants', (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'shops',
        case when g.shop_id is not null then jsonb_build_array(g.shop_id)
             when g.region_id is not null then (select coalesce(jsonb_agg(p.id), '[]') from people.shop p where p.brand_id = g.brand_id and p.region_id = g.region_id)
             else to_jsonb('all'::text) end)), '[]')
      from people.staff_grant g where g.brand_id = s.brand_id and g.staff_id = s.staff_id))
  from people.session s join people.staff f on f.brand_id = s.brand_id and f.id = s.staff_id
  where s.token_hash = wanted and s.expires_at > at and f.state = 'active'
$$;
