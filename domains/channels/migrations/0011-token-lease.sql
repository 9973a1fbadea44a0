/* Who renews a token, and until when the others leave it to them: {by, until}, or {by, problem} when it failed. The service is asked outside of any transaction. */
alter table channels.access_token add column renewal jsonb, add column ends_at timestamptz;
