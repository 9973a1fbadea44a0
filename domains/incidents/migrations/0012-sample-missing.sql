/* A sample was asked for and none was taken: why. What stands without either was said before this was asked. */
alter table incidents.seal_answer add column sample_missing text not null default '';
