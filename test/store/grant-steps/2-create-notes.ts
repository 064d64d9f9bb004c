import { type Migration } from '../../../server/store/migrate';

export const up: Migration = ({ sql }) => sql('create table notes (id bigint generated always as identity, said text)');
export const down: Migration = ({ sql }) => sql('drop table notes');
