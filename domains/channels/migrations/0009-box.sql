/* In-store box: codes printed by the till on its receipts (slips), and tablets at the door (kiosks). */
alter table channels.code
  drop constraint code_place_check,
  add constraint code_place_check check (place in ('shop', 'table', 'counter', 'website', 'slip', 'kiosk')),
  add column slip_key_enc bytea,
  add column slip_key_at timestamptz,
  /* The key before: slips printed with it still prove themselves until then. */
  add column slip_key_before_enc bytea,
  add column slip_key_before_until timestamptz,
  /* Counted up to make the tablet's link anew. */
  add column kiosk_round int not null default 1,
  add column kiosk_tone text not null default 'pine',
  add column kiosk_idle_sec int not null default 45 check (kiosk_idle_sec between 20 and 300),
  add column kiosk_seen_at timestamptz,
  add column kiosk_waiting int not null default 0;
