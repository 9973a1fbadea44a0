/* How much of a message of several parts (words, then pictures) has gone out: a try that broke in the middle goes on, it doesn't begin again. */
alter table channels.outbound_message add column parts_done int not null default 0;

/* I1: the permanent QR codes of an official account: who scans one follows it and is known to come from that shop. */
create table channels.wechat_scene (
  brand_id uuid not null,
  channel_id uuid not null,
  shop_id uuid not null,
  scene text not null,
  ticket text not null,
  created_at timestamptz not null,
  primary key (brand_id, channel_id, shop_id),
  foreign key (brand_id, channel_id) references channels.channel (brand_id, id)
);
call platform.isolate('channels.wechat_scene');
