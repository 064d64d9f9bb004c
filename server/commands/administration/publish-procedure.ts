import { type Context } from '../../casework/context';
import { hashOf, type Publication, publishOnce, signedBy } from '../../casework/publication';
import { checkFormOfProcedure } from '../../contract/procedure-checks';
import { LIMITS_SAID_ELSEWHERE } from '../../domain/diagram-words';
import { type ProcedureVersionContent } from '../../domain/procedure';
import { refuseUnless } from '../../domain/refusal';
import { type FormDefinition } from '../../forms/definition';
import { findAgencyByCode } from '../../store/agencies';
import { findProcedure, insertProcedure, publishProcedureVersion, versionsOf } from '../../store/procedures';
import { findLatestDiagram, findLatestForm, findLatestTemplate } from '../../store/published-versions';

type Fault = { path: string; message: string; messageEn: string };

/**
 * Publishes a version of a procedure, with everything it needs already there:
 * its form, its diagram with every limit named, its templates, its body. It
 * governs filings from its first day on; a dossier or draft that has begun keeps
 * the version of its day. One that is not verified serves the demonstration, and
 * is closed elsewhere until it is confirmed.
 *
 * Refuses `invalid-input` with one fault for each thing that is missing.
 */
export async function publishProcedure(context: Context, { content }: { content: ProcedureVersionContent }): Promise<Publication> {
  const { tx, now } = context;
  const form = await findLatestForm(tx, content.form);
  const diagram = await findLatestDiagram(tx, content.diagram);
  const faults: Fault[] = [
    ...(await missingParts(context, content)),
    ...(form ? formFaults(content, form.content as unknown as FormDefinition) : [missing('form', content.form)]),
    ...(diagram ? await limitFaults(context, content, diagram.id) : [missing('diagram', content.diagram)]),
  ];
  refuseUnless(!faults.length && form && diagram, 'invalid-input', { faults });
  const { code, name, field, level, effectiveFromOn, effectiveToOn, sourceDecision } = content;
  if (!(await findProcedure(tx, code))) await insertProcedure(tx, { code, name: name.vi, field, level, createdAt: now });
  const template = await findLatestTemplate(tx, content.result.template);
  const [newest] = await versionsOf(tx, code);
  const parts = { form: form.sha256, diagram: diagram.sha256, template: template?.sha256 };
  const sha256 = hashOf({ content, parts });
  return publishOnce(newest && { ...newest, key: code }, sha256, async () => ({
    key: code,
    ...(await publishProcedureVersion(tx, {
      procedureCode: code,
      content,
      sha256,
      formVersionId: form.id,
      diagramVersionId: diagram.id,
      resultTemplateVersionId: template?.id ?? null,
      effectiveFromOn,
      effectiveToOn,
      sourceDecision,
      ...signedBy(context),
    })),
  }));
}

async function missingParts(
  { tx }: Context,
  { result, competence, effectiveFromOn, effectiveToOn }: ProcedureVersionContent,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const part of ['template', 'refusalTemplate', 'stopTemplate'] as const)
    if (!(await findLatestTemplate(tx, result[part]))) faults.push(missing(`result.${part}`, result[part]));
  if (competence.kind === 'agency' && !(await findAgencyByCode(tx, competence.agencyCode)))
    faults.push(missing('competence.agencyCode', competence.agencyCode));
  if (effectiveToOn !== null && effectiveToOn <= effectiveFromOn)
    faults.push({
      path: 'body.content.effectiveToOn',
      message: 'ngày hết hiệu lực trước ngày có hiệu lực',
      messageEn: 'ends before it has begun',
    });
  return faults;
}

function formFaults(content: ProcedureVersionContent, form: FormDefinition): Fault[] {
  return checkFormOfProcedure(content, form).map(({ path, reason }) => ({
    path: ['body', 'content', ...path].join('.'),
    message: reason.vi,
    messageEn: reason.en,
  }));
}

/** A limit that the diagram names and the version does not would stop the dossier on the day it is asked for; null says that no date is set. */
async function limitFaults({ tx, parts }: Context, { limits }: ProcedureVersionContent, diagramVersionId: string): Promise<Fault[]> {
  const { model } = await parts.workflowOf(tx, diagramVersionId);
  const named = [...model.elements.values()].flatMap(({ behaviour }) => /^named (.+)$/.exec(behaviour?.limit ?? '')?.[1] ?? []);
  const given = [...LIMITS_SAID_ELSEWHERE, ...Object.keys(limits)];
  return [...new Set(named)].filter((name) => !given.includes(name)).map((name) => missing(`limits.${name}`, name));
}

function missing(path: string, what: string): Fault {
  return { path: `body.content.${path}`, message: `chưa có "${what}"`, messageEn: `there is no "${what}"` };
}
