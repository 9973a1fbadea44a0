-- Whoever was called for a post that somebody else has taken is called no longer.
alter table incidents.member drop constraint member_state_check;
alter table incidents.member add constraint member_state_check
  check (state in ('called', 'relieved', 'acknowledged', 'declined', 'joined'));
