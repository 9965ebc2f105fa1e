/** Names that a number goes on from, and that some JVM may have more of than others. */
const numbered = /^(?:x-|ibm-?\d|cp\d|ccsid\d|\d+[a-z]?$|iso[-_]?8859[-_]?\d+$|iso-ir-\d|windows-\d|gb18030)/;

/** The other names and aliases of Java's own character sets (`java.nio.charset.Charset#availableCharsets`), in small letters. */
const names: ReadonlySet<string> = new Set(
  `
8859_1 8859_13 8859_15 8859_2 8859_3 8859_4 8859_5 8859_6 8859_7 8859_8 8859_9 ansi-1251 ansi_x3.4-1968 ansi_x3.4-1986 arabic
ascii ascii7 asmo-708 big5 big5-hkscs big5-hkscs-2001 big5-hkscs:unicode3.0 big5_hkscs big5_hkscs_2001 big5_solaris big5hk
big5hk-2001 big5hkscs big5hkscs-2001 cesu-8 cesu8 cns11643 cp-ar cp-gr cp-is cpeuccn cpibm284 cpibm285 cpibm297 cpibm37
cs-ebcdic-cp-ca cs-ebcdic-cp-nl cs-ebcdic-cp-us cs-ebcdic-cp-wt csascii csbig5 cscesu-8 cseuckr cseucpkdfmtjapanese
cshalfwidthkatakana csibm037 csibm278 csibm284 csibm285 csibm290 csibm297 csibm420 csibm424 csibm500 csibm857 csibm860 csibm861
csibm862 csibm863 csibm864 csibm865 csibm866 csibm868 csibm869 csibm870 csibm871 csiso153gost1976874 csiso159jisx02121990
csiso2022cn csiso2022jp csiso2022jp2 csiso2022kr csiso87jisx0208 csiso885915 csiso885916 csisolatin0 csisolatin1 csisolatin2
csisolatin3 csisolatin4 csisolatin5 csisolatin9 csisolatinarabic csisolatincyrillic csisolatingreek csisolatinhebrew csjisencoding
cskoi8r cspc850multilingual cspc862latinhebrew cspc8codepage437 cspcp852 cspcp855 csshiftjis cswindows31j cyrillic default
ebcdic-cp-ar1 ebcdic-cp-ar2 ebcdic-cp-bh ebcdic-cp-ca ebcdic-cp-ch ebcdic-cp-fr ebcdic-cp-gb ebcdic-cp-he ebcdic-cp-is
ebcdic-cp-nl ebcdic-cp-roece ebcdic-cp-se ebcdic-cp-us ebcdic-cp-wt ebcdic-cp-yu ebcdic-de-273+euro ebcdic-dk-277+euro
ebcdic-es-284+euro ebcdic-fi-278+euro ebcdic-fr-277+euro ebcdic-gb ebcdic-gb-285+euro ebcdic-international-500+euro
ebcdic-it-280+euro ebcdic-jp-kana ebcdic-no-277+euro ebcdic-s-871+euro ebcdic-se-278+euro ebcdic-sv ebcdic-us-037+euro ecma-114
ecma-118 elot_928 euc-cn euc-jp euc-jp-linux euc-kr euc-tw euc_cn euc_jp euc_jp_linux euc_jp_solaris euc_kr euc_tw euccn eucjis
eucjp eucjp-open euckr euctw extended_unix_code_packed_format_for_japanese gb2312 gb2312-1980 gb2312-80 gbk greek greek8 hebrew
ibm-euccn ibm-eucjp ibm-euckr ibm-euctw ibm-thai ibmeuccn iscii iscii91 iso-10646-ucs-2 iso-2022-cn iso-2022-cn-cns iso-2022-cn-gb
iso-2022-jp iso-2022-jp-2 iso-2022-kr iso2022cn iso2022cn_cns iso2022cn_gb iso2022jp iso2022jp2 iso2022kr iso646-us
iso8859_15_fdis iso_646.irv:1983 iso_646.irv:1991 iso_8859-16:2001 iso_8859-1:1987 iso_8859-2:1987 iso_8859-3:1988 iso_8859-4:1988
iso_8859-5:1988 iso_8859-6:1987 iso_8859-7:1987 iso_8859-8:1988 iso_8859-9:1989 jis jis0201 jis0208 jis0212 jis_c6226-1983
jis_encoding jis_x0201 jis_x0208-1983 jis_x0212-1990 jisautodetect johab koi8 koi8-r koi8-u koi8_r koi8_u ks_c_5601-1987 ksc5601
ksc5601-1987 ksc5601-1992 ksc5601_1987 ksc5601_1992 ksc_5601 l1 l10 l2 l3 l4 l5 l9 latin-9 latin0 latin1 latin10 latin2 latin3
latin4 latin5 latin9 macarabic maccentraleurope maccroatian maccyrillic macdingbat macgreek machebrew maciceland macroman
macromania macsymbol macthai macturkish macukraine ms-874 ms1361 ms50220 ms50221 ms874 ms932 ms932-0213 ms932:2004 ms932_0213
ms936 ms949 ms950 ms950_hkscs ms950_hkscs_xp ms_936 ms_949 ms_kanji pc-multilingual-850+euro pck shift-jis shift_jis
shift_jis:2004 shift_jis_0213:2004 sjis sjis-0213 sjis:2004 sjis_0213 sjis_0213:2004 st_sev_358-88 sun_eu_greek tis-620 tis620
tis620.2533 unicode unicode-1-1-utf-8 unicodebig unicodebigunmarked unicodelittle unicodelittleunmarked us us-ascii utf-16
utf-16be utf-16le utf-32 utf-32be utf-32be-bom utf-32le utf-32le-bom utf-8 utf16 utf32 utf8 utf_16 utf_16be utf_16le utf_32
utf_32be utf_32be_bom utf_32le utf_32le_bom windows-iso2022jp windows949 x0201 x0208 x0212
`
    .trim()
    .split(/\s+/),
);

/** False where no character set of Java is called so; letters count alike in either case, blanks are part of the name. */
export function mayBeCharset(name: string): boolean {
  const small = name.toLowerCase();
  return names.has(small) || numbered.test(small);
}
