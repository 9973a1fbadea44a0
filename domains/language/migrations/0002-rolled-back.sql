/* When a person last put a version away: what is used again must be better on corrections made since then. */
alter table language.learner add column rolled_back_at timestamptz;
