// Made by `npm run catalog` out of the servers themselves; not edited by hand.
export default `10	271	10.23
11	291	11.22
12	316	12.22
13	331	13.23
14	348	14.23
15	355	15.18 15.20
16	364	16.14
17	380	17.10 17.12
18	400	18.4 18.6
19	420	19rc1
20	422	20devel`;
