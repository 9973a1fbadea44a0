/* H5. Money is integer minor units; a coupon or points have their worth in money too, so that limits and budgets see them. */
create table tickets.compensation (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  cycle smallint not null,
  customer_id uuid,
  order_number text not null default '',
  shop_id uuid,
  /* First day of the month whose budget bears it. */
  month date not null,
  kind text not null check (kind in ('refund', 'coupon', 'points', 'replacement', 'gift')),
  amount_minor bigint not null check (amount_minor >= 0),
  points int not null default 0 check (points >= 0),
  currency text not null,
  item text not null default '',
  reason text not null,
  /* What the policy suggested and why; null when nothing fitted. */
  suggestion jsonb,
  /* Warnings that the proposer saw and confirmed: doubles, over budget. */
  warnings jsonb not null default '[]',
  state text not null check (state in ('waiting', 'rejected', 'cancelled', 'issued')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  issued_at timestamptz,
  /* The entry in loyalty (coupon code, points entry) or finance's own reference. */
  reference text not null default '',
  settled_by uuid,
  settled_at timestamptz,
  check ((state = 'issued') = (issued_at is not null)),
  check (settled_at is null or (state = 'issued' and kind = 'refund')),
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
create index compensation_ticket on tickets.compensation (brand_id, ticket_id, proposed_at);
create index compensation_customer on tickets.compensation (brand_id, customer_id, proposed_at desc) where customer_id is not null;
create index compensation_order on tickets.compensation (brand_id, order_number) where order_number <> '';
create index compensation_issued on tickets.compensation (brand_id, issued_at desc, id desc) where state = 'issued';
create index compensation_unpaid on tickets.compensation (brand_id, issued_at desc, id desc) where state = 'issued' and kind = 'refund' and settled_at is null;
create index compensation_proposed on tickets.compensation (brand_id, proposed_at desc, id desc);
call platform.isolate('tickets.compensation');

create table tickets.approval (
  brand_id uuid not null,
  id uuid not null,
  compensation_id uuid not null,
  step smallint not null,
  role text not null,
  why text not null check (why in ('amount', 'budget', 'both')),
  /* Whoever is asked now: the holder of the role, or the one that stands in. */
  approver_id uuid,
  for_id uuid,
  state text not null check (state in ('todo', 'asked', 'approved', 'rejected', 'skipped')),
  decided_by uuid,
  note text not null default '',
  asked_at timestamptz,
  /* Unanswered by then, it is passed on; null when nobody else is left. */
  due_at timestamptz,
  decided_at timestamptz,
  /* Who was asked before and was absent or did not answer. */
  passed uuid[] not null default '{}',
  primary key (brand_id, id),
  unique (brand_id, compensation_id, step),
  foreign key (brand_id, compensation_id) references tickets.compensation (brand_id, id)
);
create index approval_asked on tickets.approval (brand_id, asked_at, id) where state = 'asked';
call platform.isolate('tickets.approval');

/* What a shop has promised in a month; locked while something is added, so two at once cannot both think there is room. */
create table tickets.budget (
  brand_id uuid not null,
  shop_id uuid not null,
  month date not null,
  used_minor bigint not null default 0 check (used_minor >= 0),
  primary key (brand_id, shop_id, month),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id)
);
call platform.isolate('tickets.budget');
