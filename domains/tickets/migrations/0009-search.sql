/*
 * What a ticket is found by: its words and those of its messages in one row, apart from the ticket, so that a moved clock does not
 * write the whole index again. Words that begin with @ narrow a question inside the index (domains/tickets/search/narrowing.ts).
 */
create table tickets.search (
  brand_id uuid not null,
  ticket_id uuid not null,
  opened_at timestamptz not null,
  words tsvector not null,
  primary key (brand_id, ticket_id),
  foreign key (brand_id, ticket_id) references tickets.ticket (brand_id, id)
);
/* Without a pending list: it is read from end to end by every search until it is merged. */
create index search_words on tickets.search using gin (words) with (fastupdate = off);
call platform.isolate('tickets.search');
insert into tickets.search (brand_id, ticket_id, opened_at, words)
  select brand_id, id, opened_at, search || array_to_tsvector(array_remove(array[
    '@b' || right(brand_id::text, 8),
    '@w' || right(brand_id::text, 8) || to_char(opened_at at time zone 'UTC', 'IYYYIW'),
    '@m' || right(brand_id::text, 8) || to_char(opened_at at time zone 'UTC', 'YYYYMM'),
    case when closed_at is null then '@o' end,
    '@s' || right(shop_id::text, 12),
    '@h' || right(assignee_id::text, 12)], null))
  from tickets.ticket;
drop index tickets.ticket_search;
alter table tickets.ticket alter column search drop not null;

/*
 * The newest rows that hold the words, one stretch of time after the other until there are enough.
 * A definer's function, because row-level security keeps @@ from the index (it is not leakproof); the brand stands in it instead.
 * Shape: window i reaches from starts[i] (null: the beginning) to the start of the one before; each has words that narrow it in the index.
 */
create function tickets.search_hits(question tsquery, windows tsquery[], starts timestamptz[], before_at timestamptz, before_id uuid, most int)
  returns table (ticket_id uuid, opened_at timestamptz)
  language plpgsql stable security definer rows 100 set search_path = pg_catalog set enable_seqscan = off as
$$
declare
  reach timestamptz := coalesce(before_at, 'infinity');
  got int := 0;
  added int;
begin
  for i in 1 .. array_length(windows, 1) loop
    return query
      select s.ticket_id, s.opened_at from tickets.search s
      where s.words @@ (question && windows[i]) and (s.brand_id = platform.brand()) is true
        and s.opened_at <= reach and (starts[i] is null or s.opened_at >= starts[i])
        and (i = 1 or s.opened_at < reach)
        and (before_at is null or (s.opened_at, s.ticket_id) < (before_at, before_id))
      order by s.opened_at desc, s.ticket_id desc limit most - got;
    get diagnostics added = row_count;
    got := got + added;
    exit when got >= most;
    reach := starts[i];
  end loop;
end $$;
