import { type Response } from 'express';
import { type Problem } from '../contract/problem';
import { Refusal } from '../domain/refusal';
import { refusalSentences } from '../domain/words/refusals';
import { isPlainDate } from '../domain/plain-date';
import { clockTimeAndDate, numericDate } from '../domain/words/dates';
import { type Language, type Words } from '../domain/words/words';
import { refusalStates } from './refusal-states';

/**
 * Answers a refusal or a fault as RFC 9457 problem details. A fault is shown
 * bare: what went wrong inside is for the log, under the request's id.
 */
export function sendProblem(response: Response, reason: unknown, requestId: string): void {
  if (response.headersSent) return void response.destroy();
  const problem = reason instanceof Refusal ? problemOf(reason, requestId) : faultProblem(requestId);
  if (problem.code === 'unavailable' || problem.code === 'too-many-requests' || problem.code === 'locked-out')
    response.setHeader('Retry-After', String(secondsOf(reason)));
  if (problem.status === TOO_LARGE) response.setHeader('Connection', 'close');
  const page = prefersPage(response) ? (response.app.get(PROBLEM_PAGE) as PageOfProblem | undefined) : undefined;
  if (page) response.status(problem.status).type('html').send(page(problem));
  else response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Under this setting of the application stands what draws a refusal as a page, where there are pages. */
export const PROBLEM_PAGE = 'page of a problem';
export type PageOfProblem = (problem: Problem) => string;

/** A browser that goes to an address asks for a page; a program, or a page's script, does not. */
function prefersPage({ req }: Response): boolean {
  return req.method === 'GET' && req.accepts(['json', 'html']) === 'html';
}

/** What is still on its way of a body that is too large is not waited for. */
const TOO_LARGE = 413;

/** The problem document of a refusal. */
export function problemOf({ code, facts }: Refusal, requestId: string): Problem {
  const { faults, ...rest } = facts;
  return {
    type: `urn:mot-cua:refusal:${code}`,
    title: code,
    status: refusalStates[code],
    code,
    detail: filled(refusalSentences[code].vi, facts, 'vi'),
    detailEn: filled(refusalSentences[code].en, facts, 'en'),
    requestId,
    ...(faults ? { faults: [...faults] } : {}),
    ...(Object.keys(rest).length ? { facts: rest } : {}),
  };
}

function faultProblem(requestId: string): Problem {
  return {
    type: 'about:blank',
    title: 'fault',
    status: 500,
    code: 'fault',
    detail: 'Hệ thống gặp lỗi. Việc vừa làm chưa được ghi. Báo mã yêu cầu này cho quản trị.',
    detailEn: 'Something went wrong on our side. Your act was not recorded. Tell an administrator this request id.',
    requestId,
  };
}

function filled(sentence: string, facts: Readonly<Record<string, unknown>>, language: Language): string {
  return sentence
    .replace(/\{(\w+)\}/g, (_whole, name: string) => shown(facts[name], language))
    .replace(/[ :]+([.,;)])/g, '$1')
    .trim();
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A fact that is words in both languages is shown in the right one. */
function shown(value: unknown, language: Language): string {
  if (typeof value === 'number') return value.toLocaleString('vi-VN');
  if (typeof value === 'object' && value !== null && language in value) return shown((value as Words)[language], language);
  if (typeof value !== 'string') return '';
  if (isPlainDate(value)) return numericDate(value);
  return INSTANT.test(value) ? clockTimeAndDate(new Date(value), language) : value;
}

function secondsOf(reason: unknown): number {
  const facts = reason instanceof Refusal ? reason.facts : {};
  const seconds = facts['seconds'] ?? facts['retryAfterSeconds'];
  return typeof seconds === 'number' ? Math.ceil(seconds) : 60;
}
