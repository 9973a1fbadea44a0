/* The way of an appointment beside the order's status; `released_at`: therapist and room are free again. */
alter table orders.visit
  add column begun_at timestamptz,
  add column finished_at timestamptz,
  add column no_show_at timestamptz,
  add column released_at timestamptz,
  /* How the skin looked when the customer left. */
  add column skin_after text not null default '' check (skin_after in ('', 'calm', 'flushed')),
  /* Pictures of the record; who may open the record may see them. */
  add column photos jsonb not null default '[]';
create index visit_room on orders.visit (brand_id, shop_id, room, starts_at) where room <> '' and released_at is null;

alter table orders.aftercare
  /* So many days after the treatment. */
  add column day smallint not null default 1,
  /* Which way the customer was asked: conversation, sms, or page when there was no other. */
  add column way text not null default '',
  add column photos jsonb not null default '[]';
create index aftercare_asked on orders.aftercare (brand_id, asked_at) where state = 'asked';

/* Which opened batches went onto whose skin: the way from a batch to its treatments. */
create table orders.visit_batch (
  brand_id uuid not null,
  order_id uuid not null,
  batch_id uuid not null,
  at timestamptz not null,
  primary key (brand_id, order_id, batch_id),
  foreign key (brand_id, order_id) references orders.order (brand_id, id),
  foreign key (brand_id, batch_id) references orders.batch (brand_id, id)
);
create index visit_batch_of on orders.visit_batch (brand_id, batch_id);
call platform.isolate('orders.visit_batch');

/* Aftercare whose customer is asked now, over all brands. */
create function orders.aftercare_due(at timestamptz, most int) returns table (brand_id uuid, order_id uuid)
  language sql stable security definer as $$
    select brand_id, order_id from orders.aftercare where state = 'due' and due_at <= at group by brand_id, order_id order by min(due_at) limit most $$;

/* As before, but an appointment is overdue only ten minutes after its time: customers are late too. */
create or replace function orders.orders_due(at timestamptz, most int) returns table (brand_id uuid, order_id uuid)
  language sql stable security definer as $$
    (select brand_id, id from orders.order where contact_by <= at and closed_at is null and not ('contact' = any(warnings)) order by contact_by limit most)
    union
    (select brand_id, id from orders.order where promised_at <= at and closed_at is null and not ('late' = any(warnings))
      and (kind <> 'visit' or promised_at <= at - interval '10 minutes') order by promised_at limit most) $$;

/* What therapists did each day and how skins took it. */
create view orders.report_visit with (security_invoker = true) as
  select v.brand_id, v.shop_id, v.therapist_id, date_trunc('day', v.starts_at) as day,
    count(*)::int as visits, (count(*) filter (where v.no_show_at is not null))::int as no_shows,
    (count(*) filter (where exists (select from orders.aftercare a where a.brand_id = v.brand_id and a.order_id = v.order_id and a.reaction = 'mild')))::int as mild,
    (count(*) filter (where exists (select from orders.aftercare a where a.brand_id = v.brand_id and a.order_id = v.order_id and a.reaction = 'strong')))::int as strong
  from orders.visit v where v.finished_at is not null or v.no_show_at is not null
  group by v.brand_id, v.shop_id, v.therapist_id, date_trunc('day', v.starts_at);
grant select on orders.report_visit to huiyin_app;
