/** Passwords that guessers try first, here and in general, from eight characters on; longer ones built from them are caught too. */
const COMMON = new Set(
  `password passw0rd password1 password12 password123 passwort p@ssword p@ssw0rd 12345678 123456789 1234567890 87654321 987654321 11111111 00000000
  88888888 12341234 11223344 123123123 123321123 147258369 abcd1234 abc12345 a1b2c3d4 aa123456 1q2w3e4r 1q2w3e4r5t 1qaz2wsx qwertyui qwerty12 qwerty123
  qwerty1234 qwertyuiop asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 qazwsxedc iloveyou iloveyou1 sunshine sunshine1 princess princess1 football football1
  baseball basketball superman batman123 trustno1 starwars welcome1 welcome123 letmein1 letmein123 changeme changeme1 changeme123 default1 admin123
  admin1234 administrator root1234 rootroot test1234 testtest testtest1 guest123 user1234 computer internet whatever michelle jennifer jordan23 charlie1
  corvette mercedes liverpool liverpool1 arsenal1 chelsea1 manchester metallica blink182 pokemon1 minecraft dragon123 monkey123 shadow12 master123
  hello123 hello1234 freedom1 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2026 autumn2026 january2026
  salasana salasana1 salasana12 salasana123 salasana2025 salasana2026 salakala salasana! perkele1 perkele123 perkele666 saatana1 saatana666 vittu123
  kissa123 kissa1234 kissakoira koira123 koira1234 koirakissa helsinki helsinki1 helsinki123 tampere1 tampere123 suomi123 suomi1234 suomifinland
  jaakiekko jalkapallo mansikka mustikka kultaseni rakastan rakastan1 minttu123 aurinko1 aurinko123 tervetuloa kevat2026 kesa2026! talvi2026
  losenord lösenord lösenord1 losenord1 losenord123 hejhej123 hejsan123 sommar2025 sommar2026 vinter2026 fotboll1 fotboll123 sverige1 sverige123
  finland1 finland123 stockholm stockholm1 hammarby asiakaspalvelu kundtjanst kundservice kaikukaiku kaiku123 kaiku1234 customerservice`.split(/\s+/),
);

/** Whether it is one of them, or one with digits and marks around it, or a single character or short pattern repeated. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  const core = plain.replace(/^[\d\W_]+|[\d\W_]+$/gu, '');
  return COMMON.has(plain) || (core.length >= 8 && COMMON.has(core)) || /^(.{1,4}?)\1+$/su.test(plain) || '01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain);
}
