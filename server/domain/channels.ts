import { type Words } from './words/words';

/** How a dossier comes in, and how a result goes out: the same three ways (NĐ 61/2018 Art. 16). */
export const CHANNELS = ['counter', 'online', 'post'] as const;

export type Channel = (typeof CHANNELS)[number];
export type ReturnWay = Channel;

export const CHANNEL_NAMES: Record<Channel, Words> = {
  counter: { vi: 'Trực tiếp', en: 'At the counter' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  post: { vi: 'Dịch vụ bưu chính công ích', en: 'Public postal service' },
};
