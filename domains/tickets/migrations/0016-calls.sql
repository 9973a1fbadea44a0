/* I1: one call of the hotline, however many legs and events it had; what the phone system says is folded into this row in any order. */
create table tickets.call (
  brand_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  /* The phone system's own name of the call (Asterisk: Linkedid). */
  linked_id text not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  state text not null check (state in ('ringing', 'answered', 'ended', 'missed')),
  /* The customer's number, also when we called; empty when it is withheld. */
  number_enc bytea,
  number_index bytea,
  number_masked text not null default '',
  dialled text not null default '',
  queue text not null default '',
  extension text not null default '',
  extension_seq double precision not null default 0,
  staff_id uuid,
  ringing uuid[] not null default '{}',
  put_away uuid[] not null default '{}',
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  talk_s int,
  recording jsonb,
  customer_id uuid,
  ticket_id uuid,
  task_id uuid,
  submission_id uuid,
  primary key (brand_id, id),
  unique (brand_id, channel_id, linked_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
create index call_started on tickets.call (brand_id, started_at desc, id desc);
create index call_missed on tickets.call (brand_id, started_at desc, id desc) where state = 'missed';
create index call_under_way on tickets.call (brand_id, started_at) where state in ('ringing', 'answered');
create index call_number on tickets.call (brand_id, number_index, started_at desc) where number_index is not null;
create index call_staff on tickets.call (brand_id, staff_id, started_at desc) where staff_id is not null;
create index call_ticket on tickets.call (brand_id, ticket_id) where ticket_id is not null;
create index call_task on tickets.call (brand_id, task_id) where task_id is not null;
call platform.isolate('tickets.call');
/* Calls whose end was never told, because the line to the phone system was cut: of all brands. */
create function tickets.calls_left(ringing_before timestamptz, talking_before timestamptz, most int)
  returns table (brand_id uuid, id uuid) language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, id from tickets.call
   where (state = 'ringing' and started_at < ringing_before) or (state = 'answered' and started_at < talking_before)
   order by started_at limit most $$;
create index call_left on tickets.call (started_at) where state in ('ringing', 'answered');

/* I1: a missed call is owed a call back, like everything else that somebody owes. */
alter table tickets.task drop constraint task_kind_check;
alter table tickets.task add constraint task_kind_check
  check (kind in ('step', 'question', 'statement', 'opinion', 'decision', 'approval', 'revisit', 'contact', 'facts', 'legal', 'call_back'));
