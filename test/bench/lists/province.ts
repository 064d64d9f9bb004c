import { type Client } from 'pg';

export type Body = { agencyId: number; centreId: number; code: string };
export type Procedure = { code: string; versionId: string; diagramVersionId: string; isSameDay: boolean };

/** The bodies that decide, each with the centre that takes in for it; the one with most dossiers first. */
export async function bodiesOf(owner: Client): Promise<Body[]> {
  const { rows } = await owner.query<Body>(
    `select id as "agencyId", centre_id as "centreId", code from agencies
     where centre_id is not null and kind in ('commune', 'department') and valid_to_on is null order by code <> 'H27.18073', md5(code)`,
  );
  return rows;
}

export async function proceduresOf(owner: Client): Promise<Procedure[]> {
  const { rows } = await owner.query<Procedure>(
    `select procedure_code as code, id as "versionId", diagram_version_id as "diagramVersionId", (content->>'isSameDay')::boolean as "isSameDay"
     from procedure_versions order by procedure_code, version`,
  );
  return rows;
}
