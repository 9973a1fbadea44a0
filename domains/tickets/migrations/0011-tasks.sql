/* R3: the lists of 我的待办, each on an index of its own; what falls due in the whole brand; what somebody gave, and what somebody has done. */
create index task_due on tickets.task (brand_id, due_at, id) where state = 'open';
create index task_given on tickets.task (brand_id, created_by, due_at, id) where state = 'open';
create index task_done on tickets.task (brand_id, done_by, done_at desc, id desc) where state = 'done';
/* The tab of the ticket's page that a notice is about; empty for the conversation. */
alter table tickets.notice add column tab text not null default '';
