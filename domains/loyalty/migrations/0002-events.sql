/* L4, C3: an event that people sign up for. Empty `shop_ids` is the whole brand; `reward_amount` and `reward_budget` are minor units or points. */
create table loyalty.event (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  slug text not null,
  channel_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  name jsonb not null,
  description jsonb,
  shop_ids uuid[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int check (capacity > 0),
  questions jsonb not null default '[]',
  opinion jsonb,
  reward_kind text check (reward_kind in ('coupon', 'points')),
  reward_amount int not null default 0 check (reward_amount >= 0),
  reward_days int not null default 0,
  reward_budget int not null default 0,
  reward_spent int not null default 0,
  taken int not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id),
  foreign key (brand_id, created_by) references people.staff (brand_id, id),
  check (ends_at > starts_at),
  check (taken >= 0 and (capacity is null or taken <= capacity)),
  check (reward_spent >= 0 and reward_spent <= reward_budget)
);
create unique index event_slug on loyalty.event (slug);
create index event_newest on loyalty.event (brand_id, created_at desc, id);
call platform.isolate('loyalty.event');
create function loyalty.event_by_slug(wanted text) returns table (brand_id uuid, event_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, id from loyalty.event where slug = wanted $$;

/* Every wording that anybody may have agreed to stays as it was. `event`: needed to take part; `news`: free to refuse. */
create table loyalty.event_consent_text (
  brand_id uuid not null,
  event_id uuid not null,
  purpose text not null check (purpose in ('event', 'news')),
  version int not null,
  text jsonb not null,
  created_at timestamptz not null,
  primary key (brand_id, event_id, purpose, version),
  foreign key (brand_id, event_id) references loyalty.event (brand_id, id)
);
call platform.isolate('loyalty.event_consent_text');
revoke update, delete on loyalty.event_consent_text from huiyin_app;

/* Withdrawing empties what names the person; the row stays as a number. */
create table loyalty.event_sign_up (
  brand_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  submission_id uuid not null,
  token_hash bytea not null,
  state text not null default 'signed_up' check (state in ('signed_up', 'withdrawn')),
  shop_id uuid,
  locale text not null,
  name_enc bytea,
  name_masked text not null default '',
  phone_enc bytea,
  phone_index bytea,
  phone_masked text not null default '',
  answers_enc bytea,
  customer_id uuid,
  ticket_id uuid,
  reward_source text,
  reward text not null default 'none' check (reward in ('none', 'issued', 'had', 'spent')),
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, event_id, submission_id),
  foreign key (brand_id, event_id) references loyalty.event (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create unique index event_sign_up_token on loyalty.event_sign_up (token_hash);
create unique index event_sign_up_once on loyalty.event_sign_up (brand_id, event_id, phone_index) where phone_index is not null;
create index event_sign_up_newest on loyalty.event_sign_up (brand_id, event_id, created_at desc, id desc);
call platform.isolate('loyalty.event_sign_up');
create function loyalty.sign_up_by_token(wanted bytea) returns table (brand_id uuid, sign_up_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, id from loyalty.event_sign_up where token_hash = wanted $$;

/* Who agreed to which wording when and where, and who took it back. Append-only. */
create table loyalty.event_agreement (
  brand_id uuid not null,
  id uuid not null,
  sign_up_id uuid not null,
  event_id uuid not null,
  purpose text not null,
  version int not null,
  given boolean not null,
  via text not null check (via in ('page', 'staff')),
  channel_id uuid not null,
  at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, sign_up_id) references loyalty.event_sign_up (brand_id, id),
  foreign key (brand_id, event_id, purpose, version) references loyalty.event_consent_text (brand_id, event_id, purpose, version),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
create index event_agreement_sign_up on loyalty.event_agreement (brand_id, sign_up_id, at);
call platform.isolate('loyalty.event_agreement');
revoke update, delete on loyalty.event_agreement from huiyin_app;
