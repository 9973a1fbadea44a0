/* M1, R2. How many open tickets a person can carry; null: no limit of the own. Who stands in during an absence. */
alter table people.staff add column capacity smallint check (capacity between 1 and 500);
alter table people.absence add column deputy_id uuid;
alter table people.absence add foreign key (brand_id, deputy_id) references people.staff (brand_id, id);
