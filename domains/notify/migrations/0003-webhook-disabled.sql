/* Brands that tell their staff of channel faults are told of an endpoint that was disabled as well. */
insert into notify.wanted (brand_id, name)
  select brand_id, 'notify.webhookDisabled' from notify.wanted where name = 'channels.healthChanged'
  on conflict do nothing;
