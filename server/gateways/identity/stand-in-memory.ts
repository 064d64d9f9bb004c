import type { Adapter, AdapterPayload } from 'oidc-provider';

/** More sign-ins than a demonstration has at once; the oldest go first. */
const MOST = 2000;

/** Where the stand-in keeps its sessions and codes: nowhere but here, gone with the process. Expiry is judged by the provider. */
export function openStandInMemory(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (model) => {
    const keyOf = (id: string) => `${model} ${id}`;
    const findBy = (isMeant: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, payload]) => key.startsWith(`${model} `) && isMeant(payload))?.[1];
    return {
      async upsert(id, payload) {
        kept.delete(keyOf(id));
        kept.set(keyOf(id), payload);
        for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
      },
      find: async (id) => kept.get(keyOf(id)),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = kept.get(keyOf(id));
        if (payload) payload.consumed = true;
      },
      destroy: async (id) => void kept.delete(keyOf(id)),
      async revokeByGrantId(grantId) {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
