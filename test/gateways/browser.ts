/** A browser as far as signing in needs one: follows redirects by hand and keeps cookies, each with its path. */
export function openBrowser() {
  const cookies = new Map<string, { value: string; path: string }>();
  return {
    /** Goes on until an address starts with `until`, or a page comes. */
    async go(
      url: string,
      until: string,
      form?: Record<string, string>,
    ): Promise<{ url: string; status: number; page: string; headers: Headers }> {
      let next = url;
      let body = form && new URLSearchParams(form);
      for (let hops = 0; hops < 10; hops++) {
        const path = new URL(next).pathname;
        const cookie = [...cookies].flatMap(([name, { value, path: of }]) => (path.startsWith(of) ? [`${name}=${value}`] : [])).join('; ');
        const response = await fetch(next, { redirect: 'manual', headers: { cookie }, ...(body && { method: 'POST', body }) });
        for (const line of response.headers.getSetCookie()) keep(line);
        const location = response.headers.get('location');
        if (location === null) return { url: next, status: response.status, page: await response.text(), headers: response.headers };
        next = new URL(location, next).href;
        body = undefined;
        if (next.startsWith(until)) return { url: next, status: response.status, page: '', headers: response.headers };
      }
      throw new Error('round and round');
    },
  };

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    if (value === '') cookies.delete(name);
    else cookies.set(name, { value, path });
  }
}
