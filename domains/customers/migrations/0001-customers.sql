create schema customers;
grant usage on schema customers to huiyin_app;

create table customers.customer (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  name_enc bytea,
  name_masked text not null default '',
  created_at timestamptz not null,
  primary key (brand_id, id)
);
call platform.isolate('customers.customer');

create table customers.identity (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('phone', 'email')),
  value_enc bytea not null,
  value_index bytea not null,
  masked text not null,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, kind, value_index),
  foreign key (brand_id, customer_id) references customers.customer (brand_id, id)
);
create index identity_customer on customers.identity (brand_id, customer_id);
call platform.isolate('customers.identity');
