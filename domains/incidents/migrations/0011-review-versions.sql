/* Of each answer of the review: how often it was saved in other words, and by whom last ({"what": {"version": 2, "by": "…", "at": "…"}}). What is answered
   already has been so once. */
alter table incidents.review add column versions jsonb not null default '{}';
update incidents.review set versions = jsonb_strip_nulls(jsonb_build_object(
  'what', case when what <> '' then jsonb_build_object('version', 1, 'by', '', 'at', '') end,
  'why', case when why <> '' then jsonb_build_object('version', 1, 'by', '', 'at', '') end,
  'wentWell', case when went_well <> '' then jsonb_build_object('version', 1, 'by', '', 'at', '') end,
  'wentBadly', case when went_badly <> '' then jsonb_build_object('version', 1, 'by', '', 'at', '') end));
