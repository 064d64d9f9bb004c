import { vi } from '../text/vi';
import { PageFrame } from './page-frame';

export type HomeProcedure = { code: string; name: string; field: string };

/** The first page: that the house is open, and what it takes in. */
export function HomePage({
  styles,
  procedures,
  others,
  isDemonstration,
}: {
  styles: string;
  procedures: readonly HomeProcedure[];
  others: number;
  isDemonstration: boolean;
}) {
  const words = vi.home;
  return (
    <PageFrame title={words.title} styles={styles}>
      <h1>{words.heading}</h1>
      <p>{words.intro}</p>
      {isDemonstration ? <p>{words.demonstration}</p> : null}
      <h2>{words.procedures}</h2>
      {procedures.length ? (
        <ul>
          {procedures.map(({ code, name, field }) => (
            <li key={code}>
              {name}
              <span>
                {code} · {field}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.none}</p>
      )}
      {others > 0 ? <p>{words.others(others)}</p> : null}
      <p>{words.pages}</p>
      <p>
        <a href="/api/openapi.json">{words.description}</a>
      </p>
    </PageFrame>
  );
}
