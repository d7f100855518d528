// Made by `npm run catalog` out of the servers themselves; not edited by hand.
export default `_int	10
adminpack	10	16
amcheck	10
auth_delay	10
auto_explain	10
autoinc	10
basebackup_to_shell	15
basic_archive	15
bloom	10
btree_gin	10
btree_gist	10
chkpass	10	10
citext	10
cube	10
dblink	10
dict_int	10
dict_xsyn	10
earthdistance	10
file_fdw	10
fuzzystrmatch	10
hstore	10
insert_username	10
isn	10
lo	10
ltree	10
moddatetime	10
old_snapshot	14	16
pageinspect	10
passwordcheck	10
pg_buffercache	10
pg_freespacemap	10
pg_logicalinspect	18
pg_overexplain	18
pg_plan_advice	19
pg_prewarm	10
pg_stash_advice	19
pg_stat_statements	10
pg_surgery	14
pg_trgm	10
pg_visibility	10
pg_walinspect	15
pgcrypto	10
pgoutput	10
pgrepack	19
pgrowlocks	10
pgstattuple	10
plpgsql	10
postgres_fdw	10
refint	10
seg	10
sslinfo	10
tablefunc	10
tcn	10
test_decoding	10
timetravel	10	11
tsm_system_rows	10
tsm_system_time	10
unaccent	10`;
