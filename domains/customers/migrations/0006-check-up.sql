/* C2: the customer is asked whether the file is still right. One open question per file; the link's token is kept as its hash only. */
create table customers.check_up (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  token_hash bytea not null,
  state text not null check (state in ('waiting', 'sent', 'unsent', 'confirmed', 'changed', 'declined')),
  asked_at timestamptz not null,
  asked_by text not null default '',
  /* When it may go out: never in the quiet hours. */
  send_at timestamptz not null,
  sent_at timestamptz,
  way text not null default '',
  expires_at timestamptz not null,
  answered_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create unique index check_up_token on customers.check_up (token_hash);
create index check_up_customer on customers.check_up (brand_id, customer_id, asked_at desc);
create index check_up_asked on customers.check_up (brand_id, asked_at desc, id desc);
create index check_up_due on customers.check_up (send_at) where state = 'waiting';
call platform.isolate('customers.check_up');
create function customers.check_up_by_token(wanted bytea) returns table (brand_id uuid, check_up_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id from customers.check_up where token_hash = wanted $$;
create function customers.check_ups_due(at timestamptz, most int) returns table (brand_id uuid, check_up_id uuid)
  language sql stable security definer set search_path = pg_catalog as
  $$ select brand_id, id from customers.check_up where state = 'waiting' and send_at <= at order by send_at limit most $$;
