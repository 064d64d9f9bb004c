import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** An interval in which the clock of a dossier stands still; open while `toAt` is null. */
export class Pause extends Model<InferAttributes<Pause>, InferCreationAttributes<Pause>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare kind: string;
  declare ground: string | null;
  declare fromAt: Date;
  declare toAt: Date | null;

  static define(sequelize: Sequelize): void {
    Pause.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        ground: DataTypes.TEXT,
        fromAt: { type: DataTypes.DATE, allowNull: false },
        toAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'pauses', underscored: true, timestamps: false },
    );
  }
}

export type PauseRow = Attributes<Pause>;
