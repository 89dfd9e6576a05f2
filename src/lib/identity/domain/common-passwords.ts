/**
 * The commonest passwords of at least eight characters, in small letters: from what is published of leaks in China and elsewhere, typed
 * by hand, not a copy of anybody's list. Short on purpose: length does most of the work, this stops what is tried first.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
	`12345678 123456789 1234567890 0123456789 0987654321 987654321 87654321 11223344 112233445566 1122334455 12341234 123412341234
	123123123 123123123123 123321123321 1234554321 12344321 123456123456 1234567891 12345678910 1234567890123 147258369 147852369
	159357258 789456123 1472583690 741852963 321654987 456789123 111222333 1111122222 5201314520 5201314521 52013145201314 1314520520
	13145201314 131452013 77585217758521 7758521521 a123456789 a1234567890 aa123456789 abc123456 abc123456789 abcd1234 abcd123456
	abcdef123456 abcdefg123 abcdefgh abcdefghi abcdefghij abc123abc123 aaa123456 aaaa1111 asd123456 asd123456789 asdf1234 asdf123456
	asdfasdf asdfghjk asdfghjkl asdfghjkl123 qwe123456 qwe123qwe qwer1234 qwer123456 qwerqwer qwert12345 qwert123456 qwerty12
	qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyui qwertyuio qwertyuiop qwertyuiop123 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r
	1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz1qaz 2wsx3edc 1qaz@wsx 1qaz!qaz 1qaz@wsx3edc !qaz2wsx zaq12wsx
	zxc123456 zxcv1234 zxcvbnm123 zxcvbnm1 zxcvbnm, zxcvbnm,./ q123456789 w123456789 z123456789 s123456789 password password1
	password12 password123 password1234 passw0rd p@ssw0rd p@ssword p@ssw0rd123 p@ssword123 pass1234 pass@123 pass@word1 admin123
	admin1234 admin12345 admin123456 admin@123 admin@1234 admin888 admin666 administrator administrator1 root1234 root123456 root@123
	test1234 test123456 test@123 user1234 guest123 welcome1 welcome123 welcome@123 letmein123 changeme changeme123 iloveyou
	iloveyou1 iloveyou123 iloveyou1314 iloveyou520 iloveyou5201314 woaini1314 woaini520 woaini123 woaini123456 woaini5201314 woaini521
	woaiwojia woaiwoziji wodemima wodemima123 mima123456 mimamima nihao123 nihao123456 wangyut2 woshishui wojiushiwo zhongguo
	zhongguo1 zhongguo123 beijing2008 tianxia123 laopo123 baobao123 aini1314 aini5201314 caonima123 xiaoming123 dearbook 5845201314
	yingji123 yingji123456 zhifa123 zhifa123456 yingjiju anquan123 anquan123456 leitai123 leitai2026 sunshine sunshine1 princess1
	football1 baseball superman1 batman123 dragon123 monkey123 master123 shadow123 michael1 jordan23 starwars computer internet
	trustno1 access14 hello123 hello1234 hello123456 freedom1 whatever 11111111 111111111 1111111111 00000000 0000000000 88888888
	8888888888 66666666 6666666666 99999999 aaaaaaaa 12121212 1212121212 13131313 10101010 123qwe123 123qweasd 123qweasdzxc
	123qwe!@# 123!@#qwe qwe!@#123 qaz123456 qazwsx123 qazwsx123456 qazwsxedc qazwsxedc123 wsx123456 1234qwer 1234abcd 1234asdf
	123456aa 123456abc 123456abcd 123456qwe 123456asd 123456qq 123456789a 123456789q 123456789abc 123456789qwe 1234567a 12345678a
	123456a@ a123456@ aa123456 aa12345678 aa123456@ aa@123456 abc@1234 abc@123456 abc12345 ab123456 ab12345678 qq123456 qq123456789
	wang123456 zhang123456 li123456 chen123456 liu123456 yang123456 huang123456 zhao123456 wu123456 zhou123456`.split(/\s+/)
);

/** Words that stay common whatever year or number is put behind them. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
	`password passwd passw0rd p@ssw0rd p@ssword admin administrator root test user guest welcome letmein changeme qwerty qwertyuiop asdfgh
	asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc iloveyou woaini woaizhongguo zhongguo nihao mima wodemima beijing abc abcd abcdef abcdefg
	abcdefgh qwe qwer qweasd asd asdf aa aaa a q w z yingji yingjiju yingjiguanli zhifa anquan anquanshengchan leitai`.split(
		/\s+/
	)
);
