import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The result came into the hands of the one entitled to it: how, when, proved by what. */
export class ReturnOfResult extends Model<InferAttributes<ReturnOfResult>, InferCreationAttributes<ReturnOfResult>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare way: 'counter' | 'online' | 'post';
  declare returnedAt: Date;
  declare returnedBy: string;
  declare recipientName: string | null;
  declare recipientPaper: string | null;
  declare recipientNumber: string | null;
  declare recipientRelation: string | null;
  declare authorisation: string | null;
  declare note: string | null;

  static define(sequelize: Sequelize): void {
    ReturnOfResult.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        way: { type: DataTypes.TEXT, allowNull: false },
        returnedAt: { type: DataTypes.DATE, allowNull: false },
        returnedBy: { type: DataTypes.TEXT, allowNull: false },
        recipientName: DataTypes.TEXT,
        recipientPaper: DataTypes.TEXT,
        recipientNumber: DataTypes.TEXT,
        recipientRelation: DataTypes.TEXT,
        authorisation: DataTypes.TEXT,
        note: DataTypes.TEXT,
      },
      { sequelize, tableName: 'returns', underscored: true, timestamps: false },
    );
  }
}

export type ReturnOfResultRow = Attributes<ReturnOfResult>;
