/**
 * SQL that turns what a clerk typed into a search of names: no diacritics, any
 * order, every word, the last one as a beginning. The database folds it with the
 * same function as the names; anything but letters and digits only separates
 * words, so that nothing typed can be a query of its own.
 */
export function nameQuery(parameter: string): string {
  const words = `trim(regexp_replace(fold_name(${parameter}::text), '[^[:alnum:]]+', ' ', 'g'))`;
  const last = `substring(${words} from '[^ ]+$')`;
  const others = `regexp_replace(${words}, '[^ ]+$', '')`;
  return `(plainto_tsquery('simple', ${others}) && to_tsquery('simple', coalesce(quote_literal(${last}) || ':*', '')))`;
}
