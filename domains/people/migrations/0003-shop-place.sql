/* Where a shop stands, for riders and for customers who look. */
alter table people.shop
  add column lat double precision check (lat between -90 and 90),
  add column lng double precision check (lng between -180 and 180),
  add constraint shop_place check ((lat is null) = (lng is null));
