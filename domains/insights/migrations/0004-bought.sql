/* When what a voice speaks of was bought, where that is known: a shift is told of by its own hours, whenever somebody writes. */
alter table insights.voice add column bought_at timestamptz;
/* How busy each hour of the week is by what was bought then and complained of at some time; until it is reckoned, as `hours`. */
alter table insights.season add column shifts float4[] check (cardinality(shifts) = 168);
