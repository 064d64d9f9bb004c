import { renderToStaticMarkup } from 'react-dom/server';
import { ProblemPage } from '../../../client/site/problem-page';
import { type PageOfProblem } from '../../http/problem';
import { stylesOf } from './styles';

/** Draws a refusal as a page, for whoever came by a link or typed an address. */
export function problemPageOf(assets: string): PageOfProblem {
  const styles = stylesOf(assets);
  return ({ detail, detailEn, requestId }) =>
    `<!doctype html>${renderToStaticMarkup(<ProblemPage {...{ styles, detail, detailEn, requestId }} />)}`;
}
