import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import { type StaffDuty } from '../../domain/duties';

/**
 * The register of incoming dossiers, or a book of results or letters, of one agency and year. Its
 * numbers are gapless and restart on 1 January.
 */
export class Book extends Model<InferAttributes<Book>, InferCreationAttributes<Book>> {
  declare id: CreationOptional<string>;
  declare agencyId: number;
  declare key: string;
  declare kind: 'register' | 'result' | 'letter';
  declare name: string;
  declare year: number;
  declare pattern: string;
  declare keeperDuty: StaffDuty;
  declare lastNumber: CreationOptional<number>;
  declare openedOn: string;
  declare closedOn: string | null;

  static define(sequelize: Sequelize): void {
    Book.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        agencyId: { type: DataTypes.INTEGER, allowNull: false },
        key: { type: DataTypes.TEXT, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        name: { type: DataTypes.TEXT, allowNull: false },
        year: { type: DataTypes.INTEGER, allowNull: false },
        pattern: { type: DataTypes.TEXT, allowNull: false },
        keeperDuty: { type: DataTypes.TEXT, allowNull: false },
        lastNumber: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        openedOn: { type: DataTypes.DATEONLY, allowNull: false },
        closedOn: DataTypes.DATEONLY,
      },
      { sequelize, tableName: 'books', underscored: true, timestamps: false },
    );
  }
}

export type BookRow = Attributes<Book>;
