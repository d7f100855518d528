// Made by `npm run catalog` out of the servers themselves; not edited by hand.
export default `BIG5	big5 win950 windows950
EUC_CN	euccn
EUC_JIS_2004	eucjis2004
EUC_JP	eucjp
EUC_KR	euckr
EUC_TW	euctw
GB18030	gb18030
GBK	gbk win936 windows936
ISO_8859_5	iso88595
ISO_8859_6	iso88596
ISO_8859_7	iso88597
ISO_8859_8	iso88598
JOHAB	johab
KOI8R	koi8 koi8r
KOI8U	koi8u
LATIN1	iso88591 latin1
LATIN10	iso885916 latin10
LATIN2	iso88592 latin2
LATIN3	iso88593 latin3
LATIN4	iso88594 latin4
LATIN5	iso88599 latin5
LATIN6	iso885910 latin6
LATIN7	iso885913 latin7
LATIN8	iso885914 latin8
LATIN9	iso885915 latin9
MULE_INTERNAL	muleinternal	18
SHIFT_JIS_2004	shiftjis2004
SJIS	mskanji shiftjis sjis win932 windows932
SQL_ASCII	sqlascii
UHC	uhc win949 windows949
UTF8	unicode utf8
WIN1250	win1250 windows1250
WIN1251	win win1251 windows1251
WIN1252	win1252 windows1252
WIN1253	win1253 windows1253
WIN1254	win1254 windows1254
WIN1255	win1255 windows1255
WIN1256	win1256 windows1256
WIN1257	win1257 windows1257
WIN1258	abc tcvn tcvn5712 vscii win1258 windows1258
WIN866	alt win866 windows866
WIN874	win874 windows874`;
