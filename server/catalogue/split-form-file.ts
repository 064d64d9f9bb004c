/** File names of forms as they are glued to the name of a paper. */
const FILE_END = /\.(?:docx?|xlsx?|pdf|rtf|zip|rar|odt|jpe?g|png)$/iu;
const NEXT_FILE = /(?<=\.(?:docx?|xlsx?|pdf|rtf|zip|rar))(?!x(?:$|\s|\p{Lu}))(?=\S)/giu;
/** After a stop or a bracket without a blank; a stop inside a file's own name ("1.2") is none. */
const AFTER_STOP = /(?<=[;)”"…]|[^\d\s]\.)(?=[\p{L}\d])/gu;
/** At the words that forms are named by, whatever stands before them. */
const AT_FORM = /(?<=[\p{L}\d)])(?=M(?:ẫu|au|ẪU)[\s\d_]|(?<=\p{Ll})P(?:hụ lục|HỤ LỤC|hiếu)|(?<=\p{Ll})(?:Tờ khai|Đơn|TK|TP))/gu;
const AT_CAPITAL = /(?<=\p{Ll})(?=\p{Lu})/gu;

/**
 * Splits the name of a paper from its form files. Where no boundary can be
 * seen the name stays whole and the form is only known to be there.
 */
export function splitFormFile(glued: string): { name: string; form: string | true | null } {
  if (!FILE_END.test(glued)) return { name: glued, form: null };
  const [first, ...more] = glued.split(NEXT_FILE);
  const at = boundaryOf(first!.replace(FILE_END, ''));
  if (at === undefined) return { name: glued, form: true };
  return { name: first!.slice(0, at).trim(), form: [first!.slice(at), ...more].map((file) => file.trim()).join('; ') };
}

/** The last word of a form after the last stop; else the stop; else the last capital after a small letter. */
function boundaryOf(stem: string): number | undefined {
  const stop = lastOf(AFTER_STOP, stem);
  const form = lastOf(AT_FORM, stem);
  if (form !== undefined && form > (stop ?? 0)) return form;
  return stop ?? lastOf(AT_CAPITAL, stem);
}

function lastOf(pattern: RegExp, text: string): number | undefined {
  return [...text.matchAll(pattern)].at(-1)?.index;
}
