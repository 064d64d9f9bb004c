import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** Tries per account, address prefix or dossier code within a window, and the lock that follows too many. */
export class Attempt extends Model<InferAttributes<Attempt>, InferCreationAttributes<Attempt>> {
  declare scope: string;
  declare subject: string;
  declare windowStartedAt: Date;
  declare count: number;
  declare lockedUntilAt: Date | null;

  static define(sequelize: Sequelize): void {
    Attempt.init(
      {
        scope: { type: DataTypes.TEXT, primaryKey: true },
        subject: { type: DataTypes.TEXT, primaryKey: true },
        windowStartedAt: { type: DataTypes.DATE, allowNull: false },
        count: { type: DataTypes.INTEGER, allowNull: false },
        lockedUntilAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'attempts', underscored: true, timestamps: false },
    );
  }
}

export type AttemptRow = Attributes<Attempt>;
