import { type ModelStatic, type Transaction } from 'sequelize';
import { refuseUnless } from '../domain/refusal';
import { DiagramVersion, type DiagramVersionRow } from './models/diagram-version';
import { FormVersion, type FormVersionRow } from './models/form-version';
import { TemplateVersion, type TemplateVersionRow } from './models/template-version';
import { columns, findRecord, insertRecord } from './records';
import { execute, row, rows } from './rows';

type Unnumbered<Row> = Omit<Row, 'id' | 'version'>;

/** Publishes the next version of an e-form. It can never be changed after. */
export async function publishForm(tx: Transaction, values: Unnumbered<FormVersionRow>): Promise<FormVersionRow> {
  return insertRecord(tx, FormVersion, { ...values, version: await nextVersion(tx, FormVersion, values.key) });
}

/** Publishes the next version of a template. It can never be changed after. */
export async function publishTemplate(tx: Transaction, values: Unnumbered<TemplateVersionRow>): Promise<TemplateVersionRow> {
  return insertRecord(tx, TemplateVersion, { ...values, version: await nextVersion(tx, TemplateVersion, values.key) });
}

/** Publishes the next version of a diagram that the validator has found sound. It can never be changed after. */
export async function publishDiagram(tx: Transaction, values: Unnumbered<DiagramVersionRow>): Promise<DiagramVersionRow> {
  return insertRecord(tx, DiagramVersion, { ...values, version: await nextVersion(tx, DiagramVersion, values.key) });
}

export async function readFormVersion(tx: Transaction, id: string): Promise<FormVersionRow> {
  const form = await findRecord(tx, FormVersion, id);
  refuseUnless(form, 'not-found');
  return form;
}

export async function readTemplateVersion(tx: Transaction, id: string): Promise<TemplateVersionRow> {
  const template = await findRecord(tx, TemplateVersion, id);
  refuseUnless(template, 'not-found');
  return template;
}

export async function readDiagramVersion(tx: Transaction, id: string): Promise<DiagramVersionRow> {
  const diagram = await findRecord(tx, DiagramVersion, id);
  refuseUnless(diagram, 'not-found');
  return diagram;
}

export async function findLatestForm(tx: Transaction, key: string): Promise<FormVersionRow | undefined> {
  return row<FormVersionRow>(tx, latest(FormVersion), [key]);
}

export async function findLatestTemplate(tx: Transaction, key: string): Promise<TemplateVersionRow | undefined> {
  return row<TemplateVersionRow>(tx, latest(TemplateVersion), [key]);
}

/** The template that was in force at an instant: a dossier is answered on the papers of the day it was filed. Before the first one, the first. */
export async function findTemplateAt(tx: Transaction, key: string, at: Date): Promise<TemplateVersionRow | undefined> {
  return row<TemplateVersionRow>(
    tx,
    `select ${columns(TemplateVersion)} from template_versions where key = $1
      order by published_at > $2, case when published_at > $2 then version else -version end limit 1`,
    [key, at],
  );
}

export async function findLatestDiagram(tx: Transaction, key: string): Promise<DiagramVersionRow | undefined> {
  return row<DiagramVersionRow>(tx, latest(DiagramVersion), [key]);
}

/** What a diagram may name: the keys of every published form and template. */
export async function listPublishedKeys(tx: Transaction): Promise<{ forms: string[]; templates: string[] }> {
  const keysOf = async (table: string) =>
    (await rows<{ key: string }>(tx, `select distinct key from ${table} order by key`)).map(({ key }) => key);
  return { forms: await keysOf('form_versions'), templates: await keysOf('template_versions') };
}

/** A published diagram without its drawing. */
export type DiagramListed = Omit<DiagramVersionRow, 'xml' | 'compiled'> & { running: number };

/** Every version of every diagram, the newest of each key first, with how many dossiers still run on it. */
export async function listDiagramVersions(tx: Transaction): Promise<DiagramListed[]> {
  return rows<DiagramListed>(
    tx,
    `select d.id, d.key, d.version, d.name, d.sha256, d.engine_version as "engineVersion", d.published_at as "publishedAt",
       d.published_by as "publishedBy",
       (select count(*)::integer from instances i where i.diagram_version_id = d.id and i.status <> 'ended') as running
     from diagram_versions d order by d.key, d.version desc`,
  );
}

type Published = ModelStatic<FormVersion> | ModelStatic<TemplateVersion> | ModelStatic<DiagramVersion>;

function latest(model: Published): string {
  return `select ${columns<FormVersion | TemplateVersion | DiagramVersion>(model)} from ${model.tableName} where key = $1 order by version desc limit 1`;
}

/** Two who publish the same key wait for each other, so that no version number is given twice. */
async function nextVersion(tx: Transaction, model: Published, key: string): Promise<number> {
  await execute(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 7303))', [`${model.tableName}/${key}`]);
  const next = await row<{ version: number }>(
    tx,
    `select coalesce(max(version), 0) + 1 as version from ${model.tableName} where key = $1`,
    [key],
  );
  return next!.version;
}
