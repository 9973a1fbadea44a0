/* H3. One investigation a ticket: the chain of whys, the cause, the measure. */
create table tickets.investigation (
  brand_id uuid not null,
  ticket_id uuid not null,
  whys jsonb not null default '[]',
  cause_note text not null default '',
  measure text not null default '',
  conclusion text not null default '',
  concluded_by uuid,
  concluded_at timestamptz,
  updated_by uuid,
  updated_at timestamptz not null,
  primary key (brand_id, ticket_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.investigation');

/* A piece of evidence is never changed; a mistaken one is withdrawn with a reason. */
create table tickets.evidence (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('photo', 'statement', 'order', 'camera', 'kitchen', 'treatment', 'other')),
  title text not null,
  details text not null default '',
  reference text not null default '',
  happened_at timestamptz,
  /* The end of a camera clip. */
  until_at timestamptz,
  photos uuid[] not null default '{}',
  /* A statement: who said it. */
  staff_id uuid,
  added_by uuid,
  added_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index evidence_ticket on tickets.evidence (brand_id, ticket_id, added_at);
call platform.isolate('tickets.evidence');

/* Who looked at what, and when first and last. */
create table tickets.evidence_look (
  brand_id uuid not null,
  evidence_id uuid not null,
  staff_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (brand_id, evidence_id, staff_id),
  foreign key (brand_id, evidence_id) references tickets.evidence (brand_id, id)
);
call platform.isolate('tickets.evidence_look');

/* H6: several departments give an opinion by a deadline, one accountable person decides. */
create table tickets.assessment (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  question text not null,
  accountable_id uuid not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'decided', 'cancelled')),
  decision text not null default '',
  /* Why it was decided before everybody had answered. */
  early_reason text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  cancelled_reason text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index assessment_ticket on tickets.assessment (brand_id, ticket_id, created_at);
call platform.isolate('tickets.assessment');

create table tickets.opinion (
  brand_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  team text not null,
  staff_id uuid not null,
  stance text check (stance in ('agree', 'disagree', 'conditional')),
  text text not null default '',
  photos uuid[] not null default '{}',
  given_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, assessment_id) references tickets.assessment (brand_id, id)
);
create index opinion_assessment on tickets.opinion (brand_id, assessment_id);
call platform.isolate('tickets.opinion');
