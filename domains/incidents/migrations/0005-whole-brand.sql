/* Of the whole brand, although some shops are named: their people come in, and it stays everybody's. */
alter table incidents.incident add column whole_brand boolean not null default false;
update incidents.incident set whole_brand = true where shop_ids = '{}';
