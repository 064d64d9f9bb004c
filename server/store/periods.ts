/** SQL that holds where a row is valid on a day: from its first day on, its last day excluded. */
export function validOn(alias: string, parameter: string): string {
  return `${alias}.valid_from_on <= ${parameter} and (${alias}.valid_to_on is null or ${alias}.valid_to_on > ${parameter})`;
}
