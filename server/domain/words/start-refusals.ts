/** What the operator reads when the program does not start: what is wrong and what to do. `{name}` is filled from the facts. */
export const startRefusalSentences = {
  'bad-variable': {
    vi: 'Biến môi trường {name} không hợp lệ: cần {wantedVi}.',
    en: 'The environment variable {name} is not valid: {wantedEn} is needed.',
  },
  'bad-argument': {
    vi: 'Tham số của lệnh không hợp lệ: cần {wantedVi}.',
    en: 'The argument of the command is not valid: {wantedEn} is needed.',
  },
  'production-needs': {
    vi: 'Chế độ production cần biến môi trường {name}: {wantedVi}.',
    en: 'Production needs the environment variable {name}: {wantedEn}.',
  },
  'no-demonstration': {
    vi: 'Kịch bản trình diễn không chạy ở chế độ production: ở đó không có tài khoản trình diễn.',
    en: 'The demonstration is not played in production: its accounts do not exist there.',
  },
  'one-role-for-both': {
    vi: 'Ở chế độ production, APP_DATABASE_URL phải dùng tài khoản khác với DATABASE_URL: máy chủ không được chạy bằng tài khoản chủ sở hữu cơ sở dữ liệu.',
    en: 'In production APP_DATABASE_URL must use another role than DATABASE_URL: the server may not run as the owner of the database.',
  },
  'port-busy': {
    vi: 'Cổng {port} đang được một chương trình khác dùng. Dừng chương trình đó hoặc đặt biến PORT sang cổng khác.',
    en: 'Port {port} is in use by another program. Stop it, or set PORT to another port.',
  },
  'port-forbidden': {
    vi: 'Tài khoản này không có quyền mở cổng {port}. Đặt biến PORT sang cổng từ 1024 trở lên.',
    en: 'This account may not open port {port}. Set PORT to 1024 or above.',
  },
  'address-unknown': {
    vi: 'Máy này không có địa chỉ {address}. Sửa biến BIND.',
    en: 'This machine does not have the address {address}. Correct BIND.',
  },
  'data-directory-unwritable': {
    vi: 'Không tạo hoặc ghi được thư mục dữ liệu {path} ({reason}). Cấp quyền ghi hoặc đặt biến DATA_DIR sang nơi khác.',
    en: 'The data directory {path} cannot be made or written ({reason}). Grant the right, or set DATA_DIR to another place.',
  },
  'data-directory-foreign': {
    vi: 'Thư mục {path} đã có nội dung không phải của hệ thống Một Cửa. Đặt biến DATA_DIR sang một thư mục trống.',
    en: 'The directory {path} holds something that is not of Một Cửa. Set DATA_DIR to an empty directory.',
  },
  'data-directory-other-version': {
    vi: 'Thư mục dữ liệu {path} thuộc một phiên bản khác của chương trình (dạng {found}, phiên bản này dùng dạng {known}). Dùng đúng phiên bản đó hoặc khôi phục từ bản sao lưu.',
    en: 'The data directory {path} belongs to another version of the program (format {found}; this version uses {known}). Use that version, or restore from a backup.',
  },
  'cluster-other-version': {
    vi: 'Cơ sở dữ liệu trong {path} thuộc PostgreSQL {found}, chương trình này mang PostgreSQL {known}. Chạy phiên bản cũ của chương trình để sao lưu, rồi khôi phục vào thư mục mới.',
    en: 'The database in {path} is of PostgreSQL {found}; this program brings PostgreSQL {known}. Back it up with the older program, then restore it into a new directory.',
  },
  'cluster-foreign': {
    vi: 'Thư mục {path} không phải cơ sở dữ liệu do chương trình này tạo. Đặt biến DATA_DIR sang thư mục khác.',
    en: 'The directory {path} is not a database made by this program. Set DATA_DIR to another directory.',
  },
  'cluster-out-of-reach': {
    vi: 'Tài khoản đang chạy không đọc được cơ sở dữ liệu trong {path}. Chạy bằng tài khoản đã tạo ra nó, hoặc cấp lại quyền.',
    en: 'The account in use cannot read the database in {path}. Run as the account that made it, or grant the right.',
  },
  'cluster-in-use': {
    vi: 'Cơ sở dữ liệu trong {path} đang được một tiến trình khác của hệ thống dùng. Dừng tiến trình đó trước.',
    en: 'The database in {path} is in use by another process of this system. Stop it first.',
  },
  'cluster-not-made': {
    vi: 'Không tạo được cơ sở dữ liệu trong {path}: {reason}.',
    en: 'The database in {path} cannot be made.',
  },
  'cluster-will-not-start': {
    vi: 'PostgreSQL trong {path} không khởi động được: {reason}. Xem tệp {log}.',
    en: 'PostgreSQL in {path} does not start; see {log}.',
  },
  'account-missing': {
    vi: 'PostgreSQL không chạy được bằng root, và không tạo được tài khoản hệ thống "postgres" ({reason}). Tạo tài khoản đó hoặc chạy bằng tài khoản thường.',
    en: 'PostgreSQL cannot run as root, and the system account "postgres" cannot be made ({reason}). Make it, or run as an ordinary user.',
  },
  'platform-without-postgres': {
    vi: 'Không có PostgreSQL kèm theo cho {platform}. Đặt biến DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.',
    en: 'No PostgreSQL is included for {platform}. Set DATABASE_URL to a server of PostgreSQL 15 or newer.',
  },
  'database-unreachable': {
    vi: 'Không kết nối được cơ sở dữ liệu tại {place} ({reason}). Kiểm tra máy chủ và biến {name}.',
    en: 'The database at {place} cannot be reached ({reason}). Check the server and {name}.',
  },
  'database-login-refused': {
    vi: 'Máy chủ cơ sở dữ liệu tại {place} từ chối tài khoản "{role}" ({reason}). Kiểm tra biến {name}.',
    en: 'The database server at {place} refuses the role "{role}" ({reason}). Check {name}.',
  },
  'database-missing': {
    vi: 'Máy chủ tại {place} không có cơ sở dữ liệu này. Tạo cơ sở dữ liệu hoặc sửa biến {name}.',
    en: 'The server at {place} has no such database. Create it, or correct {name}.',
  },
  'database-too-old': {
    vi: 'Máy chủ cơ sở dữ liệu tại {place} là PostgreSQL {found}; cần từ phiên bản {known} trở lên.',
    en: 'The database server at {place} is PostgreSQL {found}; {known} or newer is needed.',
  },
  'database-not-utf8': {
    vi: 'Cơ sở dữ liệu tại {place} dùng bảng mã {found}; cần UTF8. Tạo lại với encoding UTF8.',
    en: 'The database at {place} is encoded in {found}; UTF8 is needed. Create it again with encoding UTF8.',
  },
  'database-foreign': {
    vi: 'Cơ sở dữ liệu tại {place} đã có bảng của chương trình khác ({table}). Dùng một cơ sở dữ liệu trống.',
    en: 'The database at {place} holds tables of another program ({table}). Use an empty database.',
  },
  'database-newer': {
    vi: 'Cơ sở dữ liệu đã được nâng cấp bởi một phiên bản mới hơn của chương trình (bước {migration}). Chạy phiên bản mới đó.',
    en: 'The database was migrated by a newer version of the program (step {migration}). Run that version.',
  },
  'database-right-missing': {
    vi: 'Tài khoản trong DATABASE_URL thiếu quyền nâng cấp cơ sở dữ liệu ({reason}). Dùng tài khoản chủ sở hữu cơ sở dữ liệu đó.',
    en: 'The role in DATABASE_URL lacks a right that migrating needs. Use the role that owns the database.',
  },
  'app-role-missing': {
    vi: 'Chưa có tài khoản cơ sở dữ liệu "{role}" cho máy chủ, và tài khoản trong DATABASE_URL không có quyền tạo ({reason}). Tạo tài khoản đó rồi đặt biến APP_DATABASE_URL.',
    en: 'The server’s database role "{role}" does not exist, and the role in DATABASE_URL may not create it. Create it, then set APP_DATABASE_URL.',
  },
  'app-role-too-strong': {
    vi: 'Tài khoản "{role}" trong APP_DATABASE_URL có quyền của chủ sở hữu cơ sở dữ liệu. Dùng một tài khoản riêng, không có quyền đó.',
    en: 'The role "{role}" in APP_DATABASE_URL has the owner’s rights over the database. Use a role of its own without them.',
  },
  'administrator-exists': {
    vi: 'Đã có quản trị viên: {names}. Thêm --another để tạo thêm một người.',
    en: 'There is an administrator already: {names}. Add --another to make one more.',
  },
  'user-name-taken': {
    vi: 'Tên đăng nhập {userName} đã có người dùng. Chọn tên khác.',
    en: 'The user name {userName} is taken. Choose another.',
  },
  'database-older': {
    vi: 'Cơ sở dữ liệu tại {place} chưa được nâng cấp cho phiên bản này của chương trình. Sao lưu bằng phiên bản đã dùng nó, hoặc nâng cấp trước (npm run migrate).',
    en: 'The database at {place} has not been migrated for this version of the program. Back it up with the version that used it, or migrate first (npm run migrate).',
  },
  'backup-nothing': {
    vi: 'Không có gì để sao lưu tại {place}. Kiểm tra biến DATA_DIR và DATABASE_URL.',
    en: 'There is nothing to back up at {place}. Check DATA_DIR and DATABASE_URL.',
  },
  'backup-exists': {
    vi: 'Tệp {path} đã có; bản sao lưu không ghi đè lên tệp nào. Đặt tên khác hoặc dời tệp đó đi.',
    en: 'The file {path} is there already; a backup overwrites nothing. Give another name, or move that file away.',
  },
  'backup-unwritable': {
    vi: 'Không ghi được tệp {path} ({reason}).',
    en: 'The file {path} cannot be written ({reason}).',
  },
  'backup-file-lost': {
    vi: 'Tệp {sha256} được hồ sơ nhắc tới nhưng không còn nguyên vẹn trong kho tệp; chưa sao lưu gì. Khôi phục tệp đó rồi sao lưu lại.',
    en: 'The file {sha256} that the record names is missing or damaged in the file store; nothing was backed up. Put it back, then try again.',
  },
  'backup-unreadable': {
    vi: 'Không đọc được tệp {path} ({reason}).',
    en: 'The file {path} cannot be read ({reason}).',
  },
  'backup-foreign': {
    vi: 'Tệp {path} không phải bản sao lưu của hệ thống này.',
    en: 'The file {path} is not a backup of this system.',
  },
  'backup-passphrase-wrong': {
    vi: 'Mật khẩu trong BACKUP_PASSPHRASE không mở được bản sao lưu {path}.',
    en: 'The passphrase in BACKUP_PASSPHRASE does not open the backup {path}.',
  },
  'backup-damaged': {
    vi: 'Bản sao lưu {path} đã bị cắt hoặc sửa đổi; không khôi phục được từ tệp này.',
    en: 'The backup {path} has been cut short or altered; it cannot be restored.',
  },
  'backup-newer': {
    vi: 'Bản sao lưu {path} do một phiên bản mới hơn của chương trình tạo ra (bước {migration}). Khôi phục bằng phiên bản đó.',
    en: 'The backup {path} was made by a newer version of the program (step {migration}). Restore it with that version.',
  },
  'restore-not-empty': {
    vi: 'Chỉ khôi phục được vào một hệ thống trống; tại {place} đã có dữ liệu. Đặt DATA_DIR (và DATABASE_URL) tới nơi trống.',
    en: 'A backup is restored only into an empty system; {place} holds something already. Set DATA_DIR (and DATABASE_URL) to an empty place.',
  },
  'restore-unfinished': {
    vi: 'Việc khôi phục vào {path} đã bị ngắt giữa chừng. Chạy lại lệnh khôi phục (npm run restore).',
    en: 'A restore into {path} was interrupted. Run it again (npm run restore).',
  },
  'restored-with-faults': {
    vi: 'Đã khôi phục, nhưng bộ kiểm tra thấy {count} chỗ không khớp nêu trên. Các hồ sơ đó cần người quản trị xem lại.',
    en: 'Restored, but the checker found the {count} inconsistencies above. An administrator has to look at those dossiers.',
  },
} as const;
