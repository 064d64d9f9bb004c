import { z } from 'zod';
import { AgencyQuery, AgencyTree, ProcedurePage, ProcedureQuery, ProcedureReading } from './catalogue-shapes';
import { describeRead } from './describe';
import { ProcedureCode } from './work-shapes';

const ANYONE = { kind: 'anyone' } as const;

/** What the province publishes: its procedures and its bodies. */
export const catalogueEndpoints = {
  listProcedures: describeRead({
    id: 'listProcedures',
    path: '/api/procedures',
    summary: { vi: 'Tìm thủ tục hành chính', en: 'Find procedures' },
    audience: ANYONE,
    query: ProcedureQuery,
    answer: ProcedurePage,
  }),
  readProcedure: describeRead({
    id: 'readProcedure',
    path: '/api/procedures/:code',
    summary: { vi: 'Xem thủ tục hành chính', en: 'Read a procedure' },
    audience: ANYONE,
    params: z.strictObject({ code: ProcedureCode }),
    answer: ProcedureReading,
    refusals: ['procedure-not-in-force'],
  }),
  listAgencies: describeRead({
    id: 'listAgencies',
    path: '/api/agencies',
    summary: { vi: 'Cơ quan, đơn vị theo ngày', en: 'The agencies of a day' },
    audience: ANYONE,
    query: AgencyQuery,
    answer: AgencyTree,
  }),
};
