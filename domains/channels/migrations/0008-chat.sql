/* A visitor of the web chat reads the whole talk again: what was said in one thread, and what was answered in one conversation. */
create index inbound_message_talk on channels.inbound_message (brand_id, channel_id, thread, received_at) where thread <> '';
create index outbound_message_talk on channels.outbound_message (brand_id, conversation_id, created_at) where conversation_id is not null;
