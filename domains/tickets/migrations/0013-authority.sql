/* I1: a case that the market regulator has passed on (12315). Its number makes it one case, however often it is entered. */
create table tickets.authority_case (
  brand_id uuid not null,
  ticket_id uuid not null,
  case_number text not null,
  authority text not null,
  received_on date not null,
  created_at timestamptz not null,
  primary key (brand_id, ticket_id),
  unique (brand_id, case_number),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
call platform.isolate('tickets.authority_case');

/* What the authority waits for is owed as a task; counted in working days of a year whose holidays are not published yet it may still move. */
create table tickets.legal_deadline (
  brand_id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('answer', 'mediation')),
  task_id uuid not null,
  provisional boolean not null,
  primary key (brand_id, ticket_id, kind),
  foreign key (brand_id, ticket_id) references tickets.authority_case (brand_id, ticket_id),
  foreign key (brand_id, task_id) references tickets.task (brand_id, id)
);
call platform.isolate('tickets.legal_deadline');
create index legal_deadline_provisional on tickets.legal_deadline (brand_id, ticket_id) where provisional;

alter table tickets.task drop constraint task_kind_check;
alter table tickets.task add constraint task_kind_check
  check (kind in ('step', 'question', 'statement', 'opinion', 'decision', 'approval', 'revisit', 'contact', 'facts', 'legal'));
