import { type Migration } from '../../../server/store/migrate';

export const up: Migration = ({ sql }) => sql('create table journal (id serial primary key, said text)');
export const down: Migration = ({ sql }) => sql('drop table journal');
