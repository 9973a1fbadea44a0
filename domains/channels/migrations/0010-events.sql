/* I1: the salon's face-to-face form. Every wording stays as it was, because answers name the version they were given to. */
create table channels.salon_form (
  brand_id uuid not null references platform.brand (id),
  version int not null,
  form jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (brand_id, version),
  foreign key (brand_id, saved_by) references people.staff (brand_id, id)
);
call platform.isolate('channels.salon_form');
revoke update, delete on channels.salon_form from huiyin_app;

/* The address under which a shop's tablet opens it. */
create table channels.salon_desk (
  brand_id uuid not null,
  id uuid not null,
  shop_id uuid not null,
  channel_id uuid not null,
  slug text not null,
  "on" boolean not null default true,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, shop_id),
  foreign key (brand_id, shop_id) references people.shop (brand_id, id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
create unique index salon_desk_slug on channels.salon_desk (slug);
call platform.isolate('channels.salon_desk');
create function channels.salon_desk_by_slug(wanted text) returns table (brand_id uuid, desk_id uuid)
  language sql stable security definer set search_path = pg_catalog as
$$ select brand_id, id from channels.salon_desk where slug = wanted $$;
