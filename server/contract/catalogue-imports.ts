import { z } from 'zod';
import { ADMINISTRATOR } from './administration';
import { describeRead, describeWrite } from './describe';
import { Id, Instant, saying } from './shapes';

/** The longest procedure of the national catalogue has some 60 kB. */
const MOST_LINE = 200_000;

/** Procedures that were read elsewhere, brought in by an administrator. */
export const catalogueImportEndpoints = {
  askCatalogueImport: describeWrite({
    id: 'askCatalogueImport',
    path: '/api/catalogue-imports',
    summary: {
      vi: 'Nhập danh mục thủ tục (mỗi dòng một thủ tục, dạng trung gian)',
      en: 'Import procedures, one a line in the neutral shape',
    },
    audience: ADMINISTRATOR,
    body: z.strictObject({ source: saying(200), lines: z.array(z.string().min(1).max(MOST_LINE)).min(1).max(500) }),
    answer: z.strictObject({ importId: Id }),
    status: 202,
  }),
  listCatalogueImports: describeRead({
    id: 'listCatalogueImports',
    path: '/api/catalogue-imports',
    summary: { vi: 'Các lần nhập danh mục, kết quả từng thủ tục', en: 'Imports of the catalogue, with what became of each procedure' },
    audience: ADMINISTRATOR,
    answer: z.strictObject({
      items: z.array(
        z.strictObject({
          id: Id,
          source: z.string(),
          askedAt: Instant,
          askedBy: z.string(),
          /** Null while it waits for its turn. */
          finishedAt: Instant.nullable(),
          imported: z.array(
            z.strictObject({
              code: z.string(),
              outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
              procedure: z.enum(['published', 'kept', 'modelled', 'not-receivable']),
              reasons: z.array(z.strictObject({ vi: z.string(), en: z.string() })),
            }),
          ),
        }),
      ),
    }),
  }),
};

export type CatalogueImportShape = z.infer<(typeof catalogueImportEndpoints)['listCatalogueImports']['answer']>['items'][number];
