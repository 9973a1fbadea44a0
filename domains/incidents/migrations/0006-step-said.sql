/* For a tick that waited for a network: when the phone says that it was done. `done_at` is what counts, held within the room and a day. */
alter table incidents.step add column said_at timestamptz;
