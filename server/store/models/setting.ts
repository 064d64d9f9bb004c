import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** What the province decides for itself (patterns, limits, addresses), with its ground and who set it. */
export class Setting extends Model<InferAttributes<Setting>, InferCreationAttributes<Setting>> {
  declare key: string;
  declare value: unknown;
  declare ground: string | null;
  declare changedAt: Date;
  declare changedBy: string;

  static define(sequelize: Sequelize): void {
    Setting.init(
      {
        key: { type: DataTypes.TEXT, primaryKey: true },
        value: { type: DataTypes.JSONB, allowNull: false },
        ground: DataTypes.TEXT,
        changedAt: { type: DataTypes.DATE, allowNull: false },
        changedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'settings', underscored: true, timestamps: false },
    );
  }
}

export type SettingRow = Attributes<Setting>;
