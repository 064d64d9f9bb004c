import { z } from 'zod';
import { describeRead } from './describe';

/** What machines ask: whether the house is open, and what its doors are. */
export const systemEndpoints = {
  readHealth: describeRead({
    id: 'readHealth',
    path: '/api/health',
    summary: { vi: 'Chương trình có đang chạy không', en: 'Whether the program is running' },
    audience: { kind: 'anyone' },
    answer: z.strictObject({ isUp: z.literal(true) }),
  }),
  readReadiness: describeRead({
    id: 'readReadiness',
    path: '/api/ready',
    summary: { vi: 'Hệ thống có đang phục vụ được không', en: 'Whether it can serve: with its database' },
    audience: { kind: 'anyone' },
    answer: z.strictObject({ isReady: z.literal(true) }),
  }),
  readOpenApi: describeRead({
    id: 'readOpenApi',
    path: '/api/openapi.json',
    summary: { vi: 'Mô tả giao diện lập trình (OpenAPI 3.1)', en: 'This description (OpenAPI 3.1)' },
    audience: { kind: 'anyone' },
    answer: z.record(z.string(), z.unknown()),
  }),
};
