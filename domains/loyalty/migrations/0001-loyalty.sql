create schema loyalty;
grant usage on schema loyalty to huiyin_app;

/* L4. `source` names the cause, so that the same cause never issues a second one. */
create table loyalty.coupon (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  code text not null,
  customer_id uuid,
  source text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  state text not null default 'issued' check (state in ('issued', 'redeemed', 'expired', 'reversed')),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, code),
  unique (brand_id, source),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index coupon_customer on loyalty.coupon (brand_id, customer_id) where customer_id is not null;
call platform.isolate('loyalty.coupon');

/* L1. Append-only. */
create table loyalty.points_entry (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  customer_id uuid,
  source text not null,
  points int not null check (points <> 0),
  reason text not null,
  at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, source),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index points_entry_customer on loyalty.points_entry (brand_id, customer_id, at) where customer_id is not null;
call platform.isolate('loyalty.points_entry');
revoke update, delete on loyalty.points_entry from huiyin_app;
