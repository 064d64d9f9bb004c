import { type ReactNode } from 'react';

/** The frame of every page: title, head bar, style sheet. `styles` is the hashed file that the build made. */
export function PageFrame({ title, styles, children }: { title: string; styles: string; children: ReactNode }) {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <header className="head">
          <p>{title}</p>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
