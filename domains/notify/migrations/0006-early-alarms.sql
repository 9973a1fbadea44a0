/* Brands whose staff are told of anything are told of many small voices as well. */
insert into notify.wanted (brand_id, name)
  select brand_id, 'insights.alarmRaised' from notify.wanted where name = 'tickets.alarmRaised'
  on conflict do nothing;
