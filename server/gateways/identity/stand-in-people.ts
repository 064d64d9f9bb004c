/** A citizen of the demonstration. `dateOfBirth` is `YYYY-MM-DD`, `citizenNumber` twelve digits. */
export type StandInPerson = {
  subject: string;
  citizenNumber: string;
  name: string;
  dateOfBirth: string;
  phone: string;
  email: string;
  assurance: 1 | 2;
};

/** Citizens of the demonstration province; the series 999 of their numbers and the telephone numbers belong to nobody. */
export const DEMONSTRATION_CITIZENS: readonly StandInPerson[] = [
  citizen('cong-dan-01', '042190999001', 'Nguyễn Thị Ấm', '1990-03-12', 2),
  citizen('cong-dan-02', '042085999002', 'Trần Văn Đức', '1985-11-02', 2),
  citizen('cong-dan-03', '042301999003', 'Lê Hoàng Yến', '2001-07-30', 2),
  citizen('cong-dan-04', '042062999004', 'Phạm Quốc Thuận', '1962-01-01', 2),
  citizen('cong-dan-05', '042195999005', 'Võ Thị Như Quỳnh', '1995-02-28', 1),
];

function citizen(subject: string, citizenNumber: string, name: string, dateOfBirth: string, assurance: 1 | 2): StandInPerson {
  return {
    subject,
    citizenNumber,
    name,
    dateOfBirth,
    phone: `09000${citizenNumber.slice(-5)}`,
    email: `${subject}@example.com`,
    assurance,
  };
}
