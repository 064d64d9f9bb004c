/**
 * What guessers try first, here and elsewhere, folded to lower case without
 * diacritics; digits and signs at the end are tried with them. Runs and
 * repetitions are told apart by rule, not listed.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
00000000 11111111 123123123 12345678 123456789 1234567890 123456789a 123456789abc 123456a@ 123456aa 123456abc 1234qwer 123qwe123
123qweasd 147258369 159753456 1qaz2wsx 1qaz2wsx3edc 66666666 87654321 88888888 987654321 99999999 a12345678 a123456789 a1b2c3d4 aa123456
aa12345678 abc12345 abc123456 abc@1234 abc@12345 abc@123456 abcd1234 abcdef123 access123 admin123 admin1234 admin12345 admin@123
admin@1234 admin@2025 admin@2026 adminadmin administrator administrator1 administrator123 administrator2026 anhyeuem anhyeuem1
anhyeuem123 arsenal1 asdf1234 asdfasdf asdfghjkl autumn2025 bacho123 barcelona baseball basketball batman1 bomeyeu123 buudien123
canbo123 canbo1234 changeme changeme1 changeme123 chaobuoisang charlie1 chelsea1 chucmungnammoi computer computer1 concacon1 congchuc
congchuc123 cookie123 correcthorsebatterystaple cuncon123 default1 default123 demo1234 dichvucong dichvucong123 doimatkhau doimatkhau1
doimatkhau123 dragon123 emyeuanh emyeuanh123 facebook facebook1 football giadinh123 google123 guest123 guestguest hanhchinh
hanhchinhcong hanhphuc hanhphuc1 hanhphuc123 hanoi123 hanoi1234 hatinh123 hatinh1234 hatinh2025 hatinh2026 hatinh38 hatinh@123
hatinh@2025 hatinh@2026 hello123 helloworld hoahong123 hoasen123 hochiminh iamtheadministrator iloveyou iloveyou1 iloveyou2
iloveyouforever iloveyousomuch internet iphone123 jennifer jordan23 khongbiet khongbiet1 khongcomatkhau lanhdao123 letmein1 letmein123
letmeinnow letmeinplease linkedin liverpool login123 mainhoem maiyeuem manchester master123 matkhau matkhau1 matkhau12 matkhau123
matkhau1234 matkhau@123 matkhaucu matkhaucuatoi matkhaumacdinh matkhaumoi matroi123 maymanlam1 michael1 microsoft mobifone1 monkey123
motcua123 motcua1234 motcua@123 motcua@2025 motcua@2026 motcuahatinh motngaymoi mypassword mypassword1 mysecret mysql123 nghean123
nghetinh38 ngoisao123 nguyenthia nguyenvana nopassword opensesame opensesame123 oracle123 p@ssw0rd p@ssword pa$$word pass1234 pass12345
passpass passw0rd password password1 password12 password123 password1234 passwordpassword passwordpassword1 passwords postgres postgres1
postgres123 princess q1w2e3r4 q1w2e3r4t5 quantri123 quantri1234 quantrivien qweasdzxc qwerqwer qwerty12 qwerty123 qwerty1234
qwerty123456 qwertyuiop realmadrid root1234 rootroot saigon123 samsung1 samsung123 secret123 security server123 shadow123 spring2026
starwars summer2025 summer2026 sunshine superadministrator superman system123 test1234 tester123 testtest thanhcong123 thequickbrownfox
thisismypassword tinhhatinh toiyeuem toiyeuvietnam toor1234 tranvana1 trustno1 tuoitre123 ubndhatinh ubndphuong ubndtinh ubndxa123
user1234 vanthu123 vietnam1 vietnam123 vietnam2025 vietnam2026 vietnam@123 vietnamvodich viettel1 viettel123 vinaphone vnpt1234 welcome1
welcome123 welcome2025 welcome2026 whatever windows1 windows10 winter2025 yeuanhnhieu yeuemnhieu youtube1 zaq12wsx zxcvbnm1 zxcvzxcv
`
    .trim()
    .split(/\s+/),
);
