import { type JudgedMigration, type PlannedMigration } from '../../casework/migration';
import { type Mapping, migrate } from '../../workflow/migrate';

/** Walks copies of the position through the new drawing: the dry run that every migration begins with. Refuses `migration-refused`. */
export async function judgeMigration(plan: PlannedMigration, mapping: Mapping): Promise<JudgedMigration> {
  const { dossierId, toVersionId, instanceVersion, state, known, from, to } = plan;
  return { dossierId, toVersionId, instanceVersion, migrated: await migrate(state, known, from, to, mapping) };
}
