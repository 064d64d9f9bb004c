/** The first page: what this system is and where to begin. */
export function HomePage({ province }: { province: string }) {
  return (
    <main>
      <h1>Một cửa {province}</h1>
      <p>Hệ thống thông tin giải quyết thủ tục hành chính.</p>
    </main>
  );
}
