create table orders.review (
  brand_id uuid not null,
  order_id uuid not null,
  mark text not null check (mark in ('good', 'medium', 'bad')),
  /* What it was about: {"items": [ids], "rider": true, "words": ["late"]}. */
  about jsonb not null default '{}',
  text text not null default '',
  photos jsonb not null default '[]',
  at timestamptz not null,
  ticket_id uuid,
  answer text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  primary key (brand_id, order_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, answered_by) references people.staff (brand_id, id)
);
create index review_at on orders.review (brand_id, at desc, order_id desc);
call platform.isolate('orders.review');

/* Tickets that speak about an order; the tickets room tells, because a room never reads above itself. */
create table orders.order_ticket (
  brand_id uuid not null,
  order_id uuid not null,
  ticket_id uuid not null,
  number text not null,
  /* Opened from the order's own page or by its review: whoever holds the order's link may follow it. */
  own boolean not null default false,
  at timestamptz not null,
  primary key (brand_id, order_id, ticket_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id)
);
create index order_ticket_of on orders.order_ticket (brand_id, ticket_id);
call platform.isolate('orders.order_ticket');

/* The salon's side of an order: appointment, treatment record (sealed: about somebody's body), aftercare. */
create table orders.visit (
  brand_id uuid not null,
  order_id uuid not null,
  shop_id uuid not null,
  therapist_id uuid,
  room text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  arrived_at timestamptz,
  record_enc bytea,
  record_at timestamptz,
  record_by uuid,
  products jsonb not null default '[]',
  primary key (brand_id, order_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, therapist_id) references people.staff (brand_id, id),
  foreign key (brand_id, record_by) references people.staff (brand_id, id),
  check (ends_at > starts_at)
);
create index visit_shop on orders.visit (brand_id, shop_id, starts_at);
create index visit_therapist on orders.visit (brand_id, therapist_id, starts_at) where therapist_id is not null;
call platform.isolate('orders.visit');

create table orders.aftercare (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  due_at timestamptz not null,
  state text not null check (state in ('due', 'asked', 'answered', 'skipped')),
  asked_at timestamptz,
  answered_at timestamptz,
  reaction text not null default '' check (reaction in ('', 'none', 'mild', 'strong')),
  note_enc bytea,
  by_staff uuid,
  ticket_id uuid,
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, by_staff) references people.staff (brand_id, id)
);
create index aftercare_due on orders.aftercare (due_at) where state = 'due';
create index aftercare_order on orders.aftercare (brand_id, order_id);
call platform.isolate('orders.aftercare');
