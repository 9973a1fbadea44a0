/* An alarm keeps its newest tickets; of those that came before them it knows how many. */
alter table insights.alarm add column earlier int not null default 0;
