import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A telephone call that a clerk has to make, where a message cannot reach the citizen. */
export class Call extends Model<InferAttributes<Call>, InferCreationAttributes<Call>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare centreId: number;
  declare reason: string;
  declare madeAt: Date;
  declare calledBy: string | null;
  declare calledAt: Date | null;
  declare outcome: string | null;

  static define(sequelize: Sequelize): void {
    Call.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        centreId: { type: DataTypes.INTEGER, allowNull: false },
        reason: { type: DataTypes.TEXT, allowNull: false },
        madeAt: { type: DataTypes.DATE, allowNull: false },
        calledBy: DataTypes.UUID,
        calledAt: DataTypes.DATE,
        outcome: DataTypes.TEXT,
      },
      { sequelize, tableName: 'calls', underscored: true, timestamps: false },
    );
  }
}

export type CallRow = Attributes<Call>;
