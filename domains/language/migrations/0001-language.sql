create schema language;
grant usage on schema language to huiyin_app;

/* T2: what the system judged of a ticket and what a person then said. Of the text only hashed pieces are kept, under the brand's own key: no word can be read from them. */
create table language.correction (
  brand_id uuid not null references platform.brand (id),
  ticket_id uuid not null,
  at timestamptz not null,
  staff_id uuid not null,
  playbook_version_id uuid not null,
  /* What was shown to the person. */
  said jsonb not null,
  /* The same without the brand's own layer, with its probabilities. */
  base jsonb not null,
  meant jsonb not null,
  grams int[] not null,
  /* The layer that had a part in it. */
  layer_id uuid,
  primary key (brand_id, ticket_id),
  foreign key (brand_id, staff_id) references people.staff (brand_id, id),
  foreign key (brand_id, playbook_version_id) references playbook.version (brand_id, id)
);
create index correction_lately on language.correction (brand_id, at desc, ticket_id);
call platform.isolate('language.correction');

/* How often one was said and another meant, by week: a page over years looks at these few rows. */
create table language.tally (
  brand_id uuid not null,
  week date not null,
  field text not null check (field in ('kind', 'category', 'severity')),
  said text not null,
  meant text not null,
  count int not null,
  primary key (brand_id, week, field, said, meant),
  foreign key (brand_id) references platform.brand (id)
);
call platform.isolate('language.tally');

/* What a brand's corrections have taught, version by version. */
create table language.layer (
  brand_id uuid not null references platform.brand (id),
  id uuid not null,
  number int not null,
  made_at timestamptz not null,
  learnt_from int not null,
  weights bytea not null,
  figures jsonb not null,
  /* Which of kind, category and severity it corrects. */
  parts text[] not null,
  state text not null check (state in ('off', 'on')),
  /* untried: not measured better; replaced: by a later one; worse: measured so; person: switched off. */
  why text not null check (why in ('better', 'untried', 'replaced', 'worse', 'person')),
  changed_at timestamptz not null,
  changed_by text not null default '',
  primary key (brand_id, id),
  unique (brand_id, number)
);
create unique index layer_on on language.layer (brand_id) where state = 'on';
call platform.isolate('language.layer');

/* When a brand learns next; `stopped`: a person wants no layer until further notice. */
create table language.learner (
  brand_id uuid not null references platform.brand (id),
  next_at timestamptz not null,
  stopped boolean not null default false,
  primary key (brand_id)
);
create index learner_due on language.learner (next_at);
call platform.isolate('language.learner');
create function language.learners_due(at timestamptz, most int) returns table (brand_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select l.brand_id from language.learner l where l.next_at <= at order by l.next_at limit most $$;

/* A large language model elsewhere, by the protocol that many speak; off until somebody connects one. */
create table language.large (
  brand_id uuid not null references platform.brand (id),
  "on" boolean not null default false,
  url text not null,
  model text not null,
  timeout_sec int not null,
  uses text[] not null,
  key_enc bytea,
  health jsonb not null default '{}',
  /* Left alone until then after it failed several times. */
  rest_until timestamptz,
  failures int not null default 0,
  calls int not null default 0,
  fallbacks int not null default 0,
  primary key (brand_id)
);
call platform.isolate('language.large');
