import { z } from 'zod';
import { factsSchemas, type TemplateKey } from './facts';
import { type Block, type Template } from './template';
import { readMarkup } from './text/markup';
import { hasGlyph } from './type/faces';

/** A JSON schema as far as paths need it. */
interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
}

const FORM: Shape = { properties: { title: {}, source: {} } };

/**
 * What is wrong with a template beyond its shape: facts it asks for that its
 * documents never have, and letters that our faces do not draw. Judged before a
 * template is published, so that no letter fails on the day it is due. Empty: nothing.
 */
export function templateFaults(template: Template): string[] {
  if (!Object.hasOwn(factsSchemas, template.key)) return [`no facts belong to ${template.key}`];
  const facts = z.toJSONSchema(factsSchemas[template.key as TemplateKey], { io: 'input' }) as Shape;
  const root: Shape = { properties: { ...facts.properties, form: FORM } };
  const copies = template.copies === undefined ? undefined : find(root, template.copies)?.items;
  const faults = judge(template.blocks, copies === undefined ? root : row(root, copies));
  if (template.copies !== undefined && copies === undefined) faults.push(`no list ${template.copies}`);
  return [...new Set(faults)];
}

function judge(blocks: readonly Block[], shape: Shape): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'p':
      case 'qr':
        return judgeText(block.text, shape);
      case 'columns':
        return block.columns.flatMap((column) => judge(column.blocks, shape));
      case 'keep':
        return judge(block.blocks, shape);
      case 'when':
        return [...judgePath(block.path, shape), ...judge(block.then, shape), ...judge(block.else ?? [], shape)];
      case 'each':
        return judgeRows(block.rows, shape, (inside) => judge(block.blocks, inside));
      case 'table': {
        const head = block.head.flat().flatMap((cell) => judgeText(cell.text, shape));
        return [...head, ...judgeRows(block.rows, shape, (inside) => block.columns.flatMap((column) => judgeText(column.text, inside)))];
      }
      case 'rule':
      case 'space':
      case 'sign':
        return [];
    }
  });
}

function judgeRows(rows: string, shape: Shape, inside: (shape: Shape) => string[]): string[] {
  const items = find(shape, rows)?.items;
  return items ? inside(row(shape, items)) : [`no list ${rows}`];
}

function judgeText(text: string, shape: Shape): string[] {
  return readMarkup(text).flatMap((piece) => {
    if (piece.kind === 'fact') return judgePath(piece.path, shape);
    if (piece.kind === 'gap') return [];
    return [...piece.text].filter((letter) => letter !== '\n' && !hasGlyph(letter)).map((letter) => `no letter “${letter}”`);
  });
}

function judgePath(path: string, shape: Shape): string[] {
  return find(shape, path) ? [] : [`no fact ${path}`];
}

function row(shape: Shape, items: Shape): Shape {
  return { properties: { ...shape.properties, row: items, n: {} } };
}

function find(shape: Shape, path: string): Shape | undefined {
  return path.split('.').reduce<Shape | undefined>((so, name) => so?.properties?.[name], shape);
}
