/* The cause that a measure answers, and what will be so once it has worked; measures of before name neither. */
alter table incidents.measure add column cause text not null default '';
alter table incidents.measure add column target text not null default '';
