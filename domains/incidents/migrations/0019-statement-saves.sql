/* How often the words of a statement were saved in other words, and by whom last: of two who write the same draft the second reads the first one's words. */
alter table incidents.statement
  add column saves int not null default 0,
  add column saved_by_name text not null default '',
  add column saved_at timestamptz;
