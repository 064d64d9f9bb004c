import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Who holds which paper since when; appended only. */
export class CustodyEvent extends Model<InferAttributes<CustodyEvent>, InferCreationAttributes<CustodyEvent>> {
  declare id: CreationOptional<number>;
  declare dossierId: string;
  declare what: string;
  declare holder: string;
  declare holderName: string;
  declare at: Date;
  declare journalNumber: number;

  static define(sequelize: Sequelize): void {
    CustodyEvent.init(
      {
        id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        what: { type: DataTypes.TEXT, allowNull: false },
        holder: { type: DataTypes.TEXT, allowNull: false },
        holderName: { type: DataTypes.TEXT, allowNull: false },
        at: { type: DataTypes.DATE, allowNull: false },
        journalNumber: { type: DataTypes.INTEGER, allowNull: false },
      },
      { sequelize, tableName: 'custody_events', underscored: true, timestamps: false },
    );
  }
}

export type CustodyEventRow = Attributes<CustodyEvent>;
