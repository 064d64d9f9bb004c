import { vi } from '../text/vi';
import { PageFrame } from './page-frame';

/** What a person reads in a browser when there is no page here, or when the system says no. */
export function ProblemPage({
  styles,
  detail,
  detailEn,
  requestId,
}: {
  styles: string;
  detail: string;
  detailEn: string;
  requestId: string;
}) {
  const words = vi.problem;
  return (
    <PageFrame title={vi.home.title} styles={styles}>
      <h1>{words.heading}</h1>
      <p>{detail}</p>
      <p lang="en">{detailEn}</p>
      <p>
        <a href="/">{words.home}</a>
      </p>
      <p>
        {words.request} {requestId}
      </p>
    </PageFrame>
  );
}
