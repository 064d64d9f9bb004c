import { randomUUID } from 'node:crypto';
import { type Client } from 'pg';
import { DEMONSTRATION_PASSWORD } from '../../../server/seed/accounts';
import { type Body } from './province';

/** Somebody of the staff, signed in: what their browser sends along. */
export type StaffReader = Body & { staffId: string; duty: 'clerk' | 'officer'; at: number; headers: Record<string, string> };

const BUSIEST = 20;
const SEEDED = 'thanhsen.motcua';

/** A clerk and an officer of each of the busiest bodies, entered beside the demonstration's own staff and signed in over HTTP. */
export async function openReaders(owner: Client, url: string): Promise<StaffReader[]> {
  const { rows: bodies } = await owner.query<Body>(
    `select d.agency_id as "agencyId", d.centre_id as "centreId", a.code from dossiers d join agencies a on a.id = d.agency_id
     group by 1, 2, 3 order by count(*) desc, a.code limit ${BUSIEST}`,
  );
  const readers: StaffReader[] = [];
  for (const body of bodies)
    for (const duty of ['clerk', 'officer'] as const) {
      const at = duty === 'clerk' ? body.centreId : body.agencyId;
      if (readers.some((reader) => reader.at === at)) continue; // departments have one centre
      const { userName, staffId } = await enter(owner, { duty, agencyId: at });
      readers.push({ ...body, staffId, duty, at, headers: await signIn(url, userName) });
    }
  return readers;
}

async function enter(owner: Client, { duty, agencyId }: { duty: string; agencyId: number }) {
  const userName = `bench.${duty}.${agencyId}`;
  const { rows } = await owner.query<{ staffId: string }>(
    `with account as (
       insert into accounts (kind, user_name, password_hash, display_name, created_at)
       select 'staff', $1, password_hash, $1, now() from accounts where user_name = '${SEEDED}' returning id),
     member as (insert into staff (account_id, full_name, created_at) select id, $1, now() from account returning id)
     insert into posts (staff_id, agency_id, title, duties, valid_from_on)
     select id, $2, 'Công chức', array[$3], '2025-01-01' from member returning staff_id as "staffId"`,
    [userName, agencyId, duty],
  );
  return { userName, staffId: rows[0]!.staffId };
}

async function signIn(url: string, userName: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ userName, password: DEMONSTRATION_PASSWORD }),
  });
  const answer = (await response.json()) as { csrf?: string };
  if (!response.ok || !answer.csrf) throw new Error(`${userName} cannot sign in: ${JSON.stringify(answer)}`);
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { Cookie: cookies.join('; '), 'X-CSRF-Token': answer.csrf };
}
