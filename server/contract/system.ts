import { z } from 'zod';
import { describeRead } from './describe';

/** What machines ask: whether the house is open, and what its doors are. */
export const systemEndpoints = {
  readHealth: describeRead({
    id: 'readHealth',
    path: '/api/health',
    summary: { vi: 'Hệ thống có đang hoạt động không', en: 'Whether the system is up, with its database' },
    audience: { kind: 'anyone' },
    answer: z.strictObject({ isUp: z.literal(true) }),
  }),
  readOpenApi: describeRead({
    id: 'readOpenApi',
    path: '/api/openapi.json',
    summary: { vi: 'Mô tả giao diện lập trình (OpenAPI 3.1)', en: 'This description (OpenAPI 3.1)' },
    audience: { kind: 'anyone' },
    answer: z.record(z.string(), z.unknown()),
  }),
};
